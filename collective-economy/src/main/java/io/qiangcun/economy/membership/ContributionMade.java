package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** A member brought something in. */
public record ContributionMade(CoopMemberId member, Money amount, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
