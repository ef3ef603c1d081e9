package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A branch has held itself against a standard. */
public record CheckEntered(CheckId check, PlaceCode placeCode, String standard) implements DomainEvent, PlaceBound {}
