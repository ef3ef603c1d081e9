package io.qiangcun.economy.dividend;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A distribution was worked out, or worked out anew. */
public record DividendDrafted(DividendId dividend, int year, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
