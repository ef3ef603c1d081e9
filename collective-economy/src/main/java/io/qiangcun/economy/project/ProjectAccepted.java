package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody looked a finished project over. */
public record ProjectAccepted(ProjectId project, String result, String body, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
