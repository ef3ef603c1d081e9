package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A person who had left, or was recorded so by mistake, is here. */
public record PersonReturned(PersonId person, PlaceCode placeCode, String reason) implements DomainEvent, PlaceBound {}
