package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A cooperative was made an example. */
public record CooperativeTagged(CooperativeId cooperative, TagLevel level, String awardedBy, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
