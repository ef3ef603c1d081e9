package io.qiangcun.economy.contract;

/** Whether the other side is a household of the collective, for the books keep members apart (内部往来). */
public enum PartyKind {
    OUTSIDE,
    MEMBER
}
