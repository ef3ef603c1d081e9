package io.qiangcun.party.activity;

/** The kinds of organisational life; duty rules name them as the record kind that fulfils a duty. */
public enum ActivityKind {
    /** 党员大会 */
    MEMBERS_MEETING,
    /** 支委会 */
    COMMITTEE_MEETING,
    /** 党小组会 */
    GROUP_MEETING,
    /** 党课 */
    LECTURE,
    /** 主题党日 */
    THEME_DAY,
    /** 组织生活会 */
    ORG_LIFE_MEETING,
    /** 民主评议党员 */
    DEMOCRATIC_REVIEW,
    /** 谈心谈话 */
    TALK,
    /** 党员教育 */
    TRAINING;

    /** A talk is held with those who are there: nobody is absent from it. */
    public boolean countsAttendance() {
        return this != TALK;
    }

    /** Only training is measured in study hours. */
    public boolean hasHours() {
        return this == TRAINING;
    }

    public String messageKey() {
        return "party.activity.kind." + name();
    }
}
