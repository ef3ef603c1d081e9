package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A household is recorded for the first time. */
public record HouseholdEntered(HouseholdId household, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
