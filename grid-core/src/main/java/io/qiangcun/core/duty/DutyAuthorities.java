package io.qiangcun.core.duty;

/** What an account may do with duties. */
public final class DutyAuthorities {

    public static final String READ = "core.duty.read";

    /** Waive duties of places below the account's own. */
    public static final String WAIVE = "core.duty.waive";

    /** Demand more than the general rules of all places below the account's own. */
    public static final String OVERLAY = "core.duty.overlay";

    private DutyAuthorities() {}
}
