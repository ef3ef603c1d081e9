package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody began to work in a centre. */
public record CentreStaffJoined(CentreId centre, String duty, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
