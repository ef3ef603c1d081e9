package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Vouchers of a distribution were drafted. */
public record DistributionBooked(DistributionId distribution, int year, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
