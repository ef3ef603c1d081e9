package io.qiangcun.grid.gridevent;

/** What can be done with a grid event; from where to where is in the table {@code grid_event_allowed_move}. */
public enum MoveKind {
    REPORT,
    SOLVE,
    ACCEPT,
    ASSIGN,
    START,
    RETURN,
    DONE,
    REWORK,
    VERIFY,
    CLOSE,
    ANSWER,
    REOPEN,
    ESCALATE,
    EXTEND,
    PAUSE,
    RESUME,
    WHISTLE,
    MERGE,
    TRANSFER,
    /** Goes where its grid goes. */
    FOLLOW;

    public String messageKey() {
        return "grid.event.move." + name();
    }
}
