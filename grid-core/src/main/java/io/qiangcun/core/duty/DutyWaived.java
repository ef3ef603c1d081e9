package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/** Duties of one rule due until the expiry need not be done. */
public record DutyWaived(
        WaiverId waiver,
        String rule,
        UUID dutySubject,
        LocalDate dueFrom,
        LocalDate expiresOn,
        String reason,
        PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
