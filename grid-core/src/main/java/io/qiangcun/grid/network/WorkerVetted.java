package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The level above agreed to somebody's work in a grid, or did not. */
public record WorkerVetted(WorkerId worker, PlaceCode placeCode, Vetting vetting) implements DomainEvent, PlaceBound {}
