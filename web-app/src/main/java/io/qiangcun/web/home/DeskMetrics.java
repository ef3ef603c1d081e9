package io.qiangcun.web.home;

import java.util.List;

/** Which metrics the desks compare places by: what is owed and done, never who was online. */
final class DeskMetrics {

    static final String GRAVE = "core.warnings-open-red";
    static final String OPEN = "core.warnings-open";
    static final String COMPLETION = "core.duty-completion";
    static final String ATTENDANCE = "party.attendance";

    /** The columns of places side by side. */
    static final List<String> COLUMNS =
            List.of(GRAVE, OPEN, COMPLETION, "core.duties-due", "core.duties-done", ATTENDANCE);

    /** The lines of the twelve-month chart; both in per cent. */
    static final List<String> TREND = List.of(COMPLETION, ATTENDANCE);

    private DeskMetrics() {}
}
