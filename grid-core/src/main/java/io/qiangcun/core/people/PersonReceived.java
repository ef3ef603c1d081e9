package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A person now belongs to another place of the installation. */
public record PersonReceived(PersonId person, PlaceCode placeCode, PlaceCode from) implements DomainEvent, PlaceBound {}
