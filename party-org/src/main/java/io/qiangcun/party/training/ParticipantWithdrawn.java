package io.qiangcun.party.training;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody did not take part after all. */
public record ParticipantWithdrawn(ClassId classId, PersonId person, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
