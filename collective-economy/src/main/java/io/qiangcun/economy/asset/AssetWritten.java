package io.qiangcun.economy.asset;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The card of an asset was written or changed. */
public record AssetWritten(AssetId asset, String name, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
