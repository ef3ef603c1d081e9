package io.qiangcun.grid.gridevent;

/** How far a grid event is in its loop. */
public enum EventState {
    REPORTED,
    ACCEPTED,
    ASSIGNED,
    HANDLING,
    PAUSED,
    DONE,
    VERIFIED,
    CLOSED,
    MERGED,
    TRANSFERRED;

    public boolean isOver() {
        return this == CLOSED || this == MERGED || this == TRANSFERRED;
    }

    /** Whether somebody is at work on it, so that its time can be extended or stopped. */
    boolean isInHand() {
        return this == ACCEPTED || this == ASSIGNED || this == HANDLING;
    }

    public String messageKey() {
        return "grid.event.state." + name();
    }

    /** For badges. */
    public String tone() {
        return switch (this) {
            case REPORTED -> "warn";
            case CLOSED -> "ok";
            case PAUSED, MERGED, TRANSFERRED -> "";
            default -> "info";
        };
    }
}
