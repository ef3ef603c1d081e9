package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Something was done about a grid event. */
public record GridEventMoved(GridEventId event, PlaceCode placeCode, MoveKind move)
        implements DomainEvent, PlaceBound {}
