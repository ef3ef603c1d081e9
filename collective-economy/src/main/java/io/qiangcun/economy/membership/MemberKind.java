package io.qiangcun.economy.membership;

/** Who a member is: a household of the village, a person known here, or anybody else by name. */
public enum MemberKind {
    HOUSEHOLD,
    PERSON,
    OUTSIDE
}
