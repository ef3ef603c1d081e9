package io.qiangcun.economy.income;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** From a year on a county counts income by its own formula. */
public record IncomeFormulaDefined(String name, int yearFrom, String terms, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
