package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody switches an incident on. */
public record IncidentBegun(IncidentId incident, PlaceCode placeCode, String kind, String reason)
        implements DomainEvent, PlaceBound {}
