package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was personal about it is gone; the figures stay. */
public record IncidentPurged(IncidentId incident, PlaceCode placeCode, int reports, int calls)
        implements DomainEvent, PlaceBound {}
