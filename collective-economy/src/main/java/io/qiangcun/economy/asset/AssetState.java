package io.qiangcun.economy.asset;

/** Whether an asset is still there. */
public enum AssetState {
    KEPT,
    /** An inventory did not find it. */
    MISSING,
    DISPOSED
}
