package io.qiangcun.core.duty;

/** Where a duty stands today; derived whenever it is read, never stored. */
public enum DutyState {
    /** Its time has not come. */
    UPCOMING,
    OPEN,
    DUE_SOON,
    OVERDUE,
    DONE,
    DONE_LATE,
    WAIVED;

    /** The same for SQL: {@code d} is the duty, {@code :today} the day. */
    static final String OF_D = """
            case when d.fulfilled_on is not null then case when d.late then 'DONE_LATE' else 'DONE' end
              when d.waiver_id is not null then 'WAIVED'
              when d.due_on < :today then 'OVERDUE'
              when d.opens_on > :today then 'UPCOMING'
              when d.remind_on <= :today then 'DUE_SOON'
              else 'OPEN' end
            """;

    public boolean isDone() {
        return this == DONE || this == DONE_LATE;
    }

    /** Whether somebody still has to do something about it, now or later. */
    public boolean isOwed() {
        return ordinal() <= OVERDUE.ordinal();
    }
}
