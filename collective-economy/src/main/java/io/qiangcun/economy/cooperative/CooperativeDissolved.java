package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A cooperative came to its end. */
public record CooperativeDissolved(CooperativeId cooperative, String name, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
