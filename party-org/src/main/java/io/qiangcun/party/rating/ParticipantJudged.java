package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The committee has said something about a member beyond his score. */
public record ParticipantJudged(RoundId round, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
