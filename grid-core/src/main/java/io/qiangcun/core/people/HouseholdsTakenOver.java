package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many households were entered at once from a list. */
public record HouseholdsTakenOver(PlaceCode placeCode, int households) implements DomainEvent, PlaceBound {}
