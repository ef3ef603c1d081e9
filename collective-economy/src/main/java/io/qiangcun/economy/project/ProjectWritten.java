package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.money.Money;

/** A project was written down, or put right. */
public record ProjectWritten(ProjectId project, String name, Money budget, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
