package io.qiangcun.services.request;

/** What can be done about a request, the obvious first. */
public enum RequestAct {
    APPLY,
    CLAIM,
    ANSWER,
    ACCEPT,
    DELIVER,
    DECIDE,
    START,
    RESUME,
    SUPPLIED,
    SUPPLEMENT,
    REFUSE,
    /** Nobody can fulfil it, says whoever holds it, and why. */
    EXPLAIN,
    /** Another says the same, and it is over. */
    CONFIRM,
    /** Another sees it otherwise, and it goes on. */
    DECLINE,
    /** It complains of an authority, whatever it was called. */
    PETITION,
    HAND_OVER,
    HAND_BACK,
    /** Somebody has to go and see to it: it becomes a grid event. */
    HAND_TO_GRID,
    PAUSE,
    EXTEND,
    RELEASE,
    /** Its event is over, says the event. */
    GRID_BACK,
    /** Its event was taken up again. */
    GRID_AGAIN,
    WITHDRAW,
    RATE,
    APPEND,
    ARCHIVE;

    /** Nobody is refused, kept waiting or sent away without a word. */
    boolean needsWords() {
        return switch (this) {
            case SUPPLEMENT, REFUSE, PAUSE, EXTEND, HAND_BACK, DECIDE, ANSWER, EXPLAIN, DECLINE -> true;
            default -> false;
        };
    }

    public String messageKey() {
        return "services.request.act." + name();
    }

    /** How it is told to whoever asked. */
    public String storyKey() {
        return "services.request.story." + name();
    }
}
