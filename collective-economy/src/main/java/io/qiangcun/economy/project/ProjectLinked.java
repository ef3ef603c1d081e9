package io.qiangcun.economy.project;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A project is found in a book by the name of a detail. */
public record ProjectLinked(ProjectId project, String detail, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
