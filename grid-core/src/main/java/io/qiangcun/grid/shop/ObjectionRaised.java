package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Somebody has something against a fact. */
public record ObjectionRaised(UUID objectionId, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
