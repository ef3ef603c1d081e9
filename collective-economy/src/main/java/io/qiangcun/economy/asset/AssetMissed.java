package io.qiangcun.economy.asset;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An inventory did not find an asset. */
public record AssetMissed(AssetId asset, String note, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
