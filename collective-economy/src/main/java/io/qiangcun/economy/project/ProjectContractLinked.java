package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A project earns by a contract, or does so no longer. */
public record ProjectContractLinked(ProjectId project, String contract, boolean dropped, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
