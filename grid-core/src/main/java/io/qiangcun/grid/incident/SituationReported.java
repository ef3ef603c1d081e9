package io.qiangcun.grid.incident;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A place says how things stand. */
public record SituationReported(ReportVersionId version, PlaceCode placeCode, ConcernId concern)
        implements DomainEvent, PlaceBound {}
