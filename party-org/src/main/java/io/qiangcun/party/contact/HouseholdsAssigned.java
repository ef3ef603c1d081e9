package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody keeps contact with more households. */
public record HouseholdsAssigned(PersonId person, int households, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
