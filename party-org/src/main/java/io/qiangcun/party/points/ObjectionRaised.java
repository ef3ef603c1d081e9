package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody objects to points. */
public record ObjectionRaised(ObjectionId objection, PlaceCode placeCode, boolean bySlip)
        implements DomainEvent, PlaceBound {}
