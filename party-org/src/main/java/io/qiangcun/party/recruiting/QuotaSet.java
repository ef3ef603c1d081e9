package io.qiangcun.party.recruiting;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** How many a place may admit in a year was set. */
public record QuotaSet(PlaceCode placeCode, int year, int amount) implements DomainEvent, PlaceBound {}
