package io.qiangcun.core.warning;

/** What can be done about a warning, as its history tells it. */
public enum ActionKind {
    FOUND,
    ESCALATED,
    SEEN,
    URGED,
    IN_HAND,
    TRANSFERRED,
    APPEALED,
    APPEAL_DISMISSED,
    OVERTURNED,
    CLEARED
}
