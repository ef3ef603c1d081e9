package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Stars were given to the members of a branch. */
public record StarsAwarded(RoundId round, PlaceCode placeCode, int awards) implements DomainEvent, PlaceBound {}
