package io.qiangcun.party.post;

/** What a structure rule looks for in those who hold posts. */
public enum Feature {
    /** At least a college degree. */
    GRADUATE,
    WOMAN,
    /** Up to the age that counts as young. */
    YOUNG,
    /** A member of the Party. */
    MEMBER;

    public String messageKey() {
        return "party.structure-rule.feature." + name();
    }
}
