package io.qiangcun.party.member;

/** How far a membership has come. */
public enum Standing {
    /** 预备党员 */
    PROBATIONARY,
    /** 正式党员 */
    FULL;

    public String messageKey() {
        return "party.member.standing." + name();
    }
}
