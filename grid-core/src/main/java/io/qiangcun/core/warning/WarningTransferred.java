package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A place above handed the warning to another level. */
public record WarningTransferred(
        WarningId warning, String rule, String subject, HolderLevel to, String note, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
