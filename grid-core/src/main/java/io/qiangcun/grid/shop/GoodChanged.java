package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A good was put on the shelf for the first time, repriced or withdrawn. */
public record GoodChanged(UUID goodId, String name, int price, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
