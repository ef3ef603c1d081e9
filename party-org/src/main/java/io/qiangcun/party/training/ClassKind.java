package io.qiangcun.party.training;

/** What sort of class it is. */
public enum ClassKind {
    /** Rotation training of all secretaries: the concentrated training of the year. */
    ROTATION,
    LEADERS,
    VIDEO,
    FORUM,
    READING,
    /** Brought to the door of those who cannot come. */
    HOME,
    OTHER;

    public String messageKey() {
        return "party.training.kind." + name();
    }
}
