package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** A household took goods for its points. */
public record GoodsRedeemed(UUID redemptionId, int points, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
