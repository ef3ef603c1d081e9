package io.qiangcun.economy.bonus;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A scheme counts no longer; it stays with its reason. */
public record SchemeDropped(SchemeId id, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
