package io.qiangcun.party.member;

/** How a membership ended. */
public enum Ending {
    /** 退党、除名 */
    LEFT,
    /** 取消预备党员资格 */
    NOT_CONFIRMED,
    /** 开除党籍 */
    EXPELLED,
    /** 去世 */
    DIED,
    /** 组织关系转出本县 */
    MOVED_AWAY;

    public String messageKey() {
        return "party.member.ending." + name();
    }
}
