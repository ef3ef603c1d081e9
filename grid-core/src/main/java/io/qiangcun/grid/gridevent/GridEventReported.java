package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A grid event was taken in. */
public record GridEventReported(GridEventId event, PlaceCode placeCode, String kind)
        implements DomainEvent, PlaceBound {}
