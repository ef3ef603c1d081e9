package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A record took away the cause of a warning. */
public record WarningCleared(WarningId warning, String rule, String subject, ClearingRecord by, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
