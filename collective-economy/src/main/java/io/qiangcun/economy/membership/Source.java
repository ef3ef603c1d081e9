package io.qiangcun.economy.membership;

/** Where a contribution comes from: the means of the member, or assets of the state given to the household. */
public enum Source {
    OWN,
    PROJECT
}
