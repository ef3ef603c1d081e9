package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingCalendar;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains the clock of anything that has a due date under a rule, whether or not there is a warning yet. */
@Service
@Transactional(readOnly = true)
public class WarningExplanations {

    private final WarningSteps steps;
    private final WorkingCalendar calendar;

    WarningExplanations(WarningSteps steps, WorkingCalendar calendar) {
        this.steps = steps;
        this.calendar = calendar;
    }

    /** How the clock stood, or stands, on the day. */
    public Explanation explain(String rule, LocalDate dueOn, LocalDate on) {
        return Explanation.of(dueOn, on, steps.of(rule, on), calendar.workingDays());
    }
}
