package io.qiangcun.party.activity;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A draft was given up. */
public record ActivityDiscarded(ActivityId activity, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
