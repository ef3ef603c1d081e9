package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A branch begins its yearly round. */
public record RoundOpened(RoundId round, PlaceCode placeCode, int year) implements DomainEvent, PlaceBound {}
