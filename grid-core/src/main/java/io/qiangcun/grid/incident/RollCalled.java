package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Everybody is called. */
public record RollCalled(RollCallId rollCall, PlaceCode placeCode, int posts) implements DomainEvent, PlaceBound {}
