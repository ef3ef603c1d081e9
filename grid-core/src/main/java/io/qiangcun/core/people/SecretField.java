package io.qiangcun.core.people;

/** The fields of a person that are kept encrypted and shown one at a time. */
public enum SecretField {
    IDENTITY_NUMBER,
    PHONE;

    public String messageKey() {
        return "core.people.secret." + name();
    }
}
