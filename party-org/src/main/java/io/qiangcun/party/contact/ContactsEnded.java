package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody no longer keeps contact with households. */
public record ContactsEnded(PersonId person, int households, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
