package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The meeting decided a distribution. */
public record DividendDecided(DividendId dividend, int year, int votesFor, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
