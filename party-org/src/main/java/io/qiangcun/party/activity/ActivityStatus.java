package io.qiangcun.party.activity;

/** The life of a record: a draft is submitted or discarded, a submitted record may be withdrawn, nothing is deleted. */
public enum ActivityStatus {
    DRAFT,
    SUBMITTED,
    WITHDRAWN,
    DISCARDED;

    public String messageKey() {
        return "party.activity.status." + name();
    }
}
