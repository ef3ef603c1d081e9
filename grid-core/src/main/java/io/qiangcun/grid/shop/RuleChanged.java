package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county says from a day on what gives how many points. */
public record RuleChanged(String code, int amount, boolean inForce, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
