package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Somebody else said yes or no to it. */
public record FactDecided(UUID factId, String status, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
