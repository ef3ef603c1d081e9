package io.qiangcun.core.calendar;

/** What a limit is counted in, and so which time counts. */
public enum Pace {
    /** By day and night, on every day. */
    HOURS,
    /** While offices are open. */
    OFFICE_MINUTES,
    /** All of every day that is worked; the day on which the clock starts is not one of them. */
    WORKING_DAYS
}
