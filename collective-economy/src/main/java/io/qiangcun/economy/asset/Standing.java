package io.qiangcun.economy.asset;

/** Who uses an asset. */
public enum Standing {
    OWN,
    LET,
    LENT,
    IDLE,
    DISPUTED
}
