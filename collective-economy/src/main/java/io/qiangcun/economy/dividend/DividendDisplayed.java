package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A plan was put on display before the meeting. */
public record DividendDisplayed(DividendId dividend, int year, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
