package io.qiangcun.economy.asset;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An inventory of a book began. */
public record InventoryBegun(InventoryId inventory, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
