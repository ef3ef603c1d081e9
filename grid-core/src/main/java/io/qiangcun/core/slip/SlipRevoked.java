package io.qiangcun.core.slip;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A slip opens nothing any more. */
public record SlipRevoked(SlipId slip, PlaceCode placeCode, String kind) implements DomainEvent, PlaceBound {}
