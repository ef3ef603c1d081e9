package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody said what a line of the book is to a project. */
public record ProjectLineSaid(ProjectId project, FundKind kind, String source, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
