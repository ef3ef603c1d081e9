package io.qiangcun.core.slip;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A slip is printed for somebody. */
public record SlipIssued(SlipId slip, PlaceCode placeCode, String kind) implements DomainEvent, PlaceBound {}
