package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Whoever asked said how it was dealt with. */
public record RequestRated(RequestId request, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
