package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The steps of one rule in their order: where a clock that runs against a due date stands, and what comes next. */
public record StepTable(List<WarningStep> steps) {

    public StepTable {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(WarningStep::workingDays))
                .toList();
    }

    /** The last step reached; none while it is too early to warn. */
    public Optional<WarningStep> reached(LocalDate dueOn, LocalDate today, WorkingDays calendar) {
        return steps.stream()
                .filter(step -> !startOf(step, dueOn, calendar).isAfter(today))
                .reduce((earlier, later) -> later);
    }

    /** The first step still to come. */
    public Optional<WarningStep> next(LocalDate dueOn, LocalDate today, WorkingDays calendar) {
        return steps.stream()
                .filter(step -> startOf(step, dueOn, calendar).isAfter(today))
                .findFirst();
    }

    /** The day on which the step begins. */
    public static LocalDate startOf(WarningStep step, LocalDate dueOn, WorkingDays calendar) {
        return calendar.plus(dueOn, step.workingDays());
    }
}
