package io.qiangcun.core.duty;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;

/** What a rule demands for one period, of whoever has its trait. */
record PlannedDuty(DutyRule rule, DutyPeriod period, LocalDate opensOn, LocalDate dueOn, LocalDate remindOn) {

    /**
     * What the rules demand between two days. Of several rows of one code the most precise one in force on the first
     * day of a period counts for the period; so a new version leaves old periods as they were.
     */
    static List<PlannedDuty> between(List<DutyRule> rules, LocalDate from, LocalDate to, WorkingDays calendar) {
        return rules.stream()
                .flatMap(rule -> rule.recurrence()
                        .periods(from, to)
                        .filter(period -> isInForce(rule, period, rules))
                        .map(period -> of(rule, period, calendar)))
                .toList();
    }

    private static boolean isInForce(DutyRule rule, DutyPeriod period, List<DutyRule> rules) {
        return rule.isValidOn(period.from())
                && rules.stream()
                        .noneMatch(other -> other.code().equals(rule.code())
                                && other.precision() > rule.precision()
                                && other.isValidOn(period.from()));
    }

    private static PlannedDuty of(DutyRule rule, DutyPeriod period, WorkingDays calendar) {
        return new PlannedDuty(
                rule, period, rule.opensOn(period), rule.dueOn(period, calendar), rule.remindOn(period, calendar));
    }
}
