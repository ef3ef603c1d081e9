package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The county has confirmed a check. */
public record CheckConfirmed(CheckId check, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
