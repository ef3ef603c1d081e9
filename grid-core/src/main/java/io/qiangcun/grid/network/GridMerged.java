package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A grid is taken into another: what is open in it goes on there. */
public record GridMerged(PlaceCode placeCode, PlaceCode into, LocalDate on) implements DomainEvent, PlaceBound {}
