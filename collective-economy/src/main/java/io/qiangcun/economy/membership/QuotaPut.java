package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.money.Money;

/** Reserve, a grant or a gift was put to the names of members. */
public record QuotaPut(CooperativeId cooperative, QuotaKind kind, Money amount, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
