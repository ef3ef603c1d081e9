package io.qiangcun.economy.voucher;

/** How far a voucher has come. */
public enum VoucherState {
    DRAFT,
    SUBMITTED,
    REVIEWED,
    POSTED,
    VOID;

    /** Whether it still keeps its month from being closed. */
    public boolean isWaiting() {
        return this == DRAFT || this == SUBMITTED || this == REVIEWED;
    }
}
