package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A department has answered a call. */
public record CallReplied(CallId call, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
