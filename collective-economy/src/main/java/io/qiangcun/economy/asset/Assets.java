package io.qiangcun.economy.asset;

import io.qiangcun.core.place.ScopedReads;
import org.springframework.data.repository.Repository;

interface Assets extends Repository<Asset, AssetId>, ScopedReads<Asset, AssetId> {

    Asset saveAndFlush(Asset asset);
}
