package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What is known of a grid has changed. */
public record GridAmended(PlaceCode placeCode, String name) implements DomainEvent, PlaceBound {}
