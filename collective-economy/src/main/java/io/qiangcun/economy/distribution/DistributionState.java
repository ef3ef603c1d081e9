package io.qiangcun.economy.distribution;

/** How far a distribution is. */
public enum DistributionState {
    /** The members can read what is proposed. */
    SHOWN,
    DECIDED,
    /** Vouchers of it are in the book. */
    BOOKED,
    DROPPED
}
