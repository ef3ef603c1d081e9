package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Somebody entered what a household did. */
public record FactEntered(UUID factId, String rule, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
