package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The members can read what is proposed for a year. */
public record DistributionShown(DistributionId distribution, int year, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
