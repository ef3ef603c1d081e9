package io.qiangcun.grid.network;

/** Out of which people somebody was chosen. */
public enum WorkerSource {
    COMMITTEE,
    PARTY_MEMBER,
    PATROL,
    DOCTOR,
    RECRUITED,
    OTHER;

    public String messageKey() {
        return "grid.network.source." + this;
    }
}
