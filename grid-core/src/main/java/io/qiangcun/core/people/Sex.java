package io.qiangcun.core.people;

/** As the identity number tells it. */
public enum Sex {
    FEMALE,
    MALE;

    public String messageKey() {
        return "core.people.sex." + name();
    }
}
