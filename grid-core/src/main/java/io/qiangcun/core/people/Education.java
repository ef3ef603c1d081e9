package io.qiangcun.core.people;

/** The highest education finished, from low to high. */
public enum Education {
    /** 小学及以下 */
    PRIMARY,
    /** 初中 */
    JUNIOR_SECONDARY,
    /** 高中、中专 */
    SENIOR_SECONDARY,
    /** 大专 */
    COLLEGE,
    /** 大学本科 */
    BACHELOR,
    /** 研究生 */
    MASTER;

    public boolean isAtLeast(Education other) {
        return compareTo(other) >= 0;
    }

    public String messageKey() {
        return "core.people.education." + name();
    }
}
