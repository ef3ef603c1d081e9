package io.qiangcun.economy.cooperative;

/** Whether it is a cooperative of a village or the federation of a township. */
public enum CooperativeKind {
    COOPERATIVE,
    FEDERATION
}
