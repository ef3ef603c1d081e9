package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody wants his telephone number on the card. */
public record PhoneAgreed(PersonId person, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
