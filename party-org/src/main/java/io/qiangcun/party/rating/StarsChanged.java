package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Stars were raised, lowered or taken back, with a reason. */
public record StarsChanged(AwardId award, PlaceCode placeCode, int stars) implements DomainEvent, PlaceBound {}
