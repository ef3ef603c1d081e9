package io.qiangcun.grid.gridevent;

/** What a matter belongs to that nobody else may deal with at the same time. */
public enum ExclusiveChannel {
    HOTLINE,
    PETITION;

    public String messageKey() {
        return "grid.event.exclusive." + name();
    }
}
