package io.qiangcun.party.member;

/** Which members a list shows. */
public enum MemberState {
    CURRENT,
    FLOATING,
    HANDED_OVER,
    NOT_VOTING,
    ENDED;

    public String messageKey() {
        return "party.member.state." + name();
    }
}
