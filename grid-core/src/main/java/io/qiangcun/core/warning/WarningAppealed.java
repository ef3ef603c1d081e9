package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The place a warning is about holds it to be wrong. */
public record WarningAppealed(WarningId warning, String rule, String subject, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
