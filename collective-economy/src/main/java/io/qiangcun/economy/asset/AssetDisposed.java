package io.qiangcun.economy.asset;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An asset was sold, scrapped or given away. */
public record AssetDisposed(AssetId asset, String how, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
