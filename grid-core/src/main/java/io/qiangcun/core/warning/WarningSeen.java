package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The place a warning is about has opened it. */
public record WarningSeen(WarningId warning, String rule, String subject, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
