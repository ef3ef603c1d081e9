package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody looked into a bad rating. */
public record RatingAnswered(RequestId request, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
