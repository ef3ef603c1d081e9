package io.qiangcun.core.warning;

/** How far a warning has come. The first four are open, in this order; the last two have ended. */
public enum WarningStatus {
    FOUND,
    SEEN,
    URGED,
    IN_HAND,
    /** Cleared by the record itself, or because its cause is gone. */
    CLEARED,
    /** Was wrong: an appeal was upheld. Counts nowhere. */
    OVERTURNED;

    public boolean isOpen() {
        return ordinal() < CLEARED.ordinal();
    }
}
