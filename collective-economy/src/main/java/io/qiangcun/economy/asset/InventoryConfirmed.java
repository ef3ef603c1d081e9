package io.qiangcun.economy.asset;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A second person confirmed an inventory. */
public record InventoryConfirmed(InventoryId inventory, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
