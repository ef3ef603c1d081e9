package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A person is recorded for the first time; who it is stays in the record. */
public record PersonRegistered(PersonId person, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
