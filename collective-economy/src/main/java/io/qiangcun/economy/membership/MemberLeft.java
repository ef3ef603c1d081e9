package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** A member left and was given back what is his. */
public record MemberLeft(CoopMemberId member, String name, Money paidBack, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
