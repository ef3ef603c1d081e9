package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county worded what its centres are for. */
public record FunctionWorded(String function, String title, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
