package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Money of a project was entered by mistake. */
public record ProjectFundVoided(ProjectId project, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
