package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A cooperative agreed with an enterprise. */
public record PartnershipAgreed(CooperativeId cooperative, String enterprise, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
