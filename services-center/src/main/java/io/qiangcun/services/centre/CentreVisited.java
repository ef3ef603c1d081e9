package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Others came to see a centre. */
public record CentreVisited(CentreId centre, int people, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
