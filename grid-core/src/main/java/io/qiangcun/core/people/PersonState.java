package io.qiangcun.core.people;

/** Whether a person is here; those who are not stay recorded. */
public enum PersonState {
    HERE,
    MOVING,
    LEFT,
    DIED;

    public String messageKey() {
        return "core.people.state." + name();
    }
}
