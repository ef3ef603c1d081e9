package io.qiangcun.economy.asset;

import io.qiangcun.core.error.NotFound;

/** There is no such card or inventory in the jurisdiction. */
public class AssetNotFound extends NotFound {

    public AssetNotFound(Object id) {
        super("asset", id);
    }
}
