package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** A profit was shared among villages. */
public record ProfitShared(CompanyId company, int year, Money amount, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
