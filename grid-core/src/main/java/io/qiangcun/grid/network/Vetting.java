package io.qiangcun.grid.network;

/** Whether the level above agreed that somebody works in a grid. */
public enum Vetting {
    PENDING,
    PASSED,
    REFUSED;

    public String messageKey() {
        return "grid.network.vetting." + this;
    }
}
