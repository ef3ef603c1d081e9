package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A milestone was set, reached or dropped. */
public record ProjectStepWritten(ProjectId project, String name, String state, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
