package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was proposed is not pursued. */
public record DistributionDropped(DistributionId distribution, int year, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
