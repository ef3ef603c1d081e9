package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** A village received its part of a profit. */
public record ProfitReceived(ClaimId claim, Money amount, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
