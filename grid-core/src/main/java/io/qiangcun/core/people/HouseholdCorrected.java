package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What is recorded of a household is put right. */
public record HouseholdCorrected(HouseholdId household, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
