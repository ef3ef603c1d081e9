package io.qiangcun.party.contact;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A visit was recorded by mistake. */
public record VisitWithdrawn(VisitId visitId, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
