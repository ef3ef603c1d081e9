package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** Somebody's work in a grid has ended. */
public record WorkerEnded(WorkerId worker, PlaceCode placeCode, LocalDate on) implements DomainEvent, PlaceBound {}
