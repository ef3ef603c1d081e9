package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A project was started, completed or stopped. */
public record ProjectMoved(ProjectId project, ProjectState state, LocalDate on, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
