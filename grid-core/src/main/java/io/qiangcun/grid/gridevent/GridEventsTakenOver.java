package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Events of an earlier list were taken over. */
public record GridEventsTakenOver(PlaceCode placeCode, int events) implements DomainEvent, PlaceBound {}
