package io.qiangcun.grid.gridevent;

import java.util.Locale;

/** What somebody who looks at a grid event can do about it; the first that he may do is the obvious one. */
public enum Act {
    ACCEPT,
    VERIFY,
    DONE,
    ASSIGN,
    START,
    RESUME,
    ANSWER,
    RETURN,
    EXTEND,
    WHISTLE,
    ESCALATE,
    PAUSE,
    MERGE,
    TRANSFER,
    REOPEN;

    /** Whether it brings the event nearer to its end, as nothing unusual does. */
    boolean isOnItsWay() {
        return compareTo(ANSWER) <= 0;
    }

    public String messageKey() {
        return "grid.event.act." + name();
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
