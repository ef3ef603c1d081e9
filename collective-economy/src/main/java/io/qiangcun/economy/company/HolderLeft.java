package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A village holds no part any more. */
public record HolderLeft(CompanyId company, PlaceCode village, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
