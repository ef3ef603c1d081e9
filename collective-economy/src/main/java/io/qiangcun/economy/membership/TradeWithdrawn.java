package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was recorded as traded does not count any more. */
public record TradeWithdrawn(TradeId trade, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
