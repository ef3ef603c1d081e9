package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A profit was not shared after all. */
public record ProfitWithdrawn(CompanyId company, int year, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
