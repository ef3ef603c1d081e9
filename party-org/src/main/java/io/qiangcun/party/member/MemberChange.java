package io.qiangcun.party.member;

/** What can change about a member while he stays one. */
public enum MemberChange {
    ENROLLED,
    CONFIRMED,
    TRANSFERRED,
    HANDED_OVER,
    TAKEN_BACK,
    RECEIVED,
    FLOATING,
    HOME,
    EXCLUDED,
    INCLUDED,
    OBSERVED,
    RESTORED,
    ENDED;

    public String messageKey() {
        return "party.member.change." + name();
    }
}
