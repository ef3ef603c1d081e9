package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** Something was traded with a cooperative. */
public record TradeRecorded(TradeId trade, String name, Money amount, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
