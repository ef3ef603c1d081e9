package io.qiangcun.grid.network;

/** What somebody does in a grid. */
public enum WorkerPost {
    /** Answers for the grid; the head of the Party organisation there. */
    LEADER,
    FULL_TIME,
    PART_TIME,
    AUXILIARY;

    public String messageKey() {
        return "grid.network.post." + this;
    }
}
