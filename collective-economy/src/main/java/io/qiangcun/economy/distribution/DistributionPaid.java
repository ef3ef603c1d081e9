package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Members were paid; the voucher waits to be looked over. */
public record DistributionPaid(DistributionId distribution, int holders, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
