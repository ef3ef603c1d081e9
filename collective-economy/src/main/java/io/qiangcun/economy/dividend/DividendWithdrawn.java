package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A draft was given up. */
public record DividendWithdrawn(DividendId dividend, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
