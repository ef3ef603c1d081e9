package io.qiangcun.party.points;

/** How far an entry has come. */
public enum EntryStatus {
    ENTERED,
    APPROVED,
    REFUSED;

    public String messageKey() {
        return "party.points.status." + name();
    }

    public String tone() {
        return switch (this) {
            case ENTERED -> "warn";
            case APPROVED -> "ok";
            case REFUSED -> "bad";
        };
    }
}
