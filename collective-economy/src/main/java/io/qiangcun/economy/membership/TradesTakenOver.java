package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What a sheet says was traded was entered. */
public record TradesTakenOver(int trades, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
