package io.qiangcun.grid.gridevent;

/** What posts may be allowed to do with grid events. */
public final class EventAuthorities {

    public static final String READ_EVENTS = "grid.event.read";
    public static final String REPORT_EVENTS = "grid.event.report";
    /** Does what is with his own place: handles, returns, passes up, answers calls. */
    public static final String ACT_ON_EVENTS = "grid.event.act";
    /** Says what becomes of events: accepts, assigns, checks, closes. */
    public static final String DIRECT_EVENTS = "grid.event.direct";
    /** Adds kinds and sets limits for the county. */
    public static final String DEFINE_EVENTS = "grid.event.define";
    /** Takes over what was dealt with before, for the whole county. */
    public static final String TAKE_OVER_EVENTS = "grid.event.take-over";

    private EventAuthorities() {}
}
