package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Goods came in or were lost. */
public record GoodsMoved(UUID goodId, String kind, int quantity, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
