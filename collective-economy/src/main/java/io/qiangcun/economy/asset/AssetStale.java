package io.qiangcun.economy.asset;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the card or the inventory since the page was rendered. */
public class AssetStale extends Conflicting {

    AssetStale(String name) {
        super("economy.asset.stale", name);
    }
}
