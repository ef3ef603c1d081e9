package io.qiangcun.economy.plan;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county said what one of its models is. */
public record ModelWorded(int slot, String name, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
