package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What is known of a cooperative was written or changed. */
public record CooperativeWritten(CooperativeId cooperative, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
