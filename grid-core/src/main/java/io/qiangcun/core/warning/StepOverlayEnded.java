package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** From the day on the general steps hold again. */
public record StepOverlayEnded(StepOverlayId overlay, String rule, LocalDate endsOn, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
