package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A joint company came to its end. */
public record CompanyDissolved(CompanyId company, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
