package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody works in a centre no more. */
public record CentreStaffLeft(CentreId centre, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
