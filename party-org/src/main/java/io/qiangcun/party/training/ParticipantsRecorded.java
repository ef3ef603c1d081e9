package io.qiangcun.party.training;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** It was recorded who took part in a class. */
public record ParticipantsRecorded(ClassId classId, String title, int people, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
