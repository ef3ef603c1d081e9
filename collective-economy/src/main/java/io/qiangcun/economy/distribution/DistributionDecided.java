package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The members decided what is done with a year's result. */
public record DistributionDecided(DistributionId distribution, int year, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
