package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Stars of an earlier list were taken over. */
public record RoundsTakenOver(PlaceCode placeCode, int awards) implements DomainEvent, PlaceBound {}
