package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A cooperative is an example no more. */
public record CooperativeTagRevoked(CooperativeId cooperative, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
