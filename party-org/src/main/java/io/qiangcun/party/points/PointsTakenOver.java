package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Entries of an earlier list were taken over. */
public record PointsTakenOver(PlaceCode placeCode, int entries) implements DomainEvent, PlaceBound {}
