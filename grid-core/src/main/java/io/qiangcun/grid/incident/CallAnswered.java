package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody who was called is there, or was reached in another way. */
public record CallAnswered(CallId call, PlaceCode placeCode, boolean byItself) implements DomainEvent, PlaceBound {}
