package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Goods came back and the points with them. */
public record RedemptionReversed(UUID redemptionId, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
