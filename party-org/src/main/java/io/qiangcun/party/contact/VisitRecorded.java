package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Households were visited. */
public record VisitRecorded(VisitId visitId, String visitor, int households, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
