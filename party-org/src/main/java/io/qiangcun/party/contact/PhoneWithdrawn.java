package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody no longer wants his telephone number on the card. */
public record PhoneWithdrawn(PersonId person, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
