package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An objection has its answer. */
public record ObjectionAnswered(ObjectionId objection, PlaceCode placeCode, Outcome outcome)
        implements DomainEvent, PlaceBound {}
