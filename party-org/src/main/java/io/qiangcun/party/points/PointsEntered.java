package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A fact that may give points is entered. */
public record PointsEntered(EntryId entry, PlaceCode placeCode, String rule) implements DomainEvent, PlaceBound {}
