package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A person is handed over to another place, which has yet to take him in. */
public record PersonHandedOver(PersonId person, PlaceCode placeCode, PlaceCode to) implements DomainEvent, PlaceBound {}
