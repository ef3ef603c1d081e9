package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A place above asked to be quick. */
public record WarningUrged(WarningId warning, String rule, String subject, String note, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
