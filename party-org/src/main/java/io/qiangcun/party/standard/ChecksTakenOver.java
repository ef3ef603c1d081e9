package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Checks of an earlier list were taken over. */
public record ChecksTakenOver(PlaceCode placeCode, int checks) implements DomainEvent, PlaceBound {}
