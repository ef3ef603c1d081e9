package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody said why a project earns nothing. */
public record ProjectIncomeExplained(ProjectId project, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
