package io.qiangcun.grid.network;

/** What a grid is for. */
public enum GridType {
    /** Whoever lives and works in an area. */
    COMPREHENSIVE,
    /** One institution: a school, a park, an enterprise. */
    DEDICATED;

    public String messageKey() {
        return "grid.network.type." + this;
    }
}
