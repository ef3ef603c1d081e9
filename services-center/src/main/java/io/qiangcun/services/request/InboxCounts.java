package io.qiangcun.services.request;

/** How much is with a place: counted by the database, each number from the rows that its link shows. */
public record InboxCounts(long here, long unclaimed, long mine, long today, long overdue, long waiting) {

    /** Nothing for lists that are not counted. */
    public String of(InboxShow show) {
        return switch (show) {
            case HERE -> String.valueOf(here);
            case UNCLAIMED -> String.valueOf(unclaimed);
            case MINE -> String.valueOf(mine);
            case TODAY -> String.valueOf(today);
            case OVERDUE -> String.valueOf(overdue);
            case WAITING -> String.valueOf(waiting);
            case BELOW, DONE -> "";
        };
    }
}
