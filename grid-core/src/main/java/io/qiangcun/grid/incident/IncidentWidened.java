package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** It concerns more places. */
public record IncidentWidened(IncidentId incident, PlaceCode placeCode, int places)
        implements DomainEvent, PlaceBound {}
