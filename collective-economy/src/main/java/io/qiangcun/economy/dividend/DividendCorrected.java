package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A distribution that was decided was taken back. */
public record DividendCorrected(DividendId dividend, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
