package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The county wants a check looked at again. */
public record CheckReturned(CheckId check, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
