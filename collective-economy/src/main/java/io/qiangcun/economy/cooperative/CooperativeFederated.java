package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A cooperative joined a federation, or left it where the name of that is empty. */
public record CooperativeFederated(CooperativeId cooperative, String federation, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
