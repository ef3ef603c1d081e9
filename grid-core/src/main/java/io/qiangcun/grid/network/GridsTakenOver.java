package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many grids came from a list. */
public record GridsTakenOver(PlaceCode placeCode, int grids) implements DomainEvent, PlaceBound {}
