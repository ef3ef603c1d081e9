package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/** A record fulfilled a duty. */
public record DutyFulfilled(
        UUID duty, String rule, UUID dutySubject, UUID record, LocalDate doneOn, boolean late, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
