package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was not met is met now. */
public record ItemFixed(CheckId check, PlaceCode placeCode, String item) implements DomainEvent, PlaceBound {}
