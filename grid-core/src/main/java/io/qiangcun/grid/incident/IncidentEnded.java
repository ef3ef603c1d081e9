package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** It is over and has been reviewed. */
public record IncidentEnded(IncidentId incident, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
