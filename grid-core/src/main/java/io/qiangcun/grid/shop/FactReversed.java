package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A fact was wrong and counts no longer. */
public record FactReversed(UUID factId, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
