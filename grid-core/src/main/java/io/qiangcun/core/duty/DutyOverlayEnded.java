package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** From the day on the general rule holds again. */
public record DutyOverlayEnded(OverlayId overlay, String rule, LocalDate endsOn, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
