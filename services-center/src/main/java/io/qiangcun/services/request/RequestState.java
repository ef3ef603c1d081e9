package io.qiangcun.services.request;

/** How far a request is. Until it is over, exactly one place holds it. */
public enum RequestState {
    APPLIED("info"),
    /** Told once what is missing; waits for whoever asked. */
    SUPPLEMENT("warn"),
    ACCEPTED("info"),
    NOT_ACCEPTED(""),
    PROCESSING("info"),
    /** The clock stands still, for a reason that the law knows. */
    WAITING("warn"),
    DECIDED("info"),
    DELIVERED("ok"),
    RATED("ok"),
    ARCHIVED(""),
    WITHDRAWN("");

    private final String tone;

    RequestState(String tone) {
        this.tone = tone;
    }

    /** Nobody holds it any more. */
    public boolean isOver() {
        return switch (this) {
            case NOT_ACCEPTED, DELIVERED, RATED, ARCHIVED, WITHDRAWN -> true;
            default -> false;
        };
    }

    /** Accepted and not yet decided, and nothing is waited for: its clock runs. */
    public boolean isRunning() {
        return this == ACCEPTED || this == PROCESSING;
    }

    /** Accepted and not yet decided: its clock runs, or stands still. */
    public boolean isInHand() {
        return isRunning() || this == WAITING;
    }

    public String tone() {
        return tone;
    }

    public String messageKey() {
        return "services.request.state." + name();
    }

    /** The same for whoever asked, who knows no offices. */
    public String plainKey() {
        return "services.request.plain." + name();
    }
}
