package io.qiangcun.economy.contract;

/** What a voucher books of a contract. */
public enum BookingStep {
    /** What is due becomes a claim. */
    BILLED,
    RECEIVED,
    /** What was billed for a later year becomes income of that year. */
    RELEASED,
    DEPOSIT_TAKEN,
    DEPOSIT_RETURNED
}
