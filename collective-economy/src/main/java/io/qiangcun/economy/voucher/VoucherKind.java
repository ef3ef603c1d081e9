package io.qiangcun.economy.voucher;

/** What a voucher is for. */
public enum VoucherKind {
    NORMAL,
    /** Takes a posted voucher back: the same lines, negative on the same side (《会计基础工作规范》第五十一条). */
    RED,
    /** Puts right what was wrong: by the difference, or in a later year. */
    CORRECTING,
    /** What a book begins with. */
    OPENING,
    /** Clears income and expenses at the end of a year; statements of income leave it out. */
    CLOSING,
    DISTRIBUTION;

    /** Whether amounts may be negative. */
    public boolean takesBack() {
        return this == RED || this == CORRECTING;
    }

    /** Whether a voucher needs something attached: all but opening, closing, red and correcting ones do. */
    public boolean needsAttachment() {
        return this == NORMAL || this == DISTRIBUTION;
    }
}
