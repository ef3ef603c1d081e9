package io.qiangcun.core.duty;

import java.time.LocalDate;

/**
 * From the day on a rule demands more in the places of the account, or, where no text binds, something else.
 *
 * @param source the decision it rests on
 */
public record OverlayDutyRule(
        OverlayId overlay,
        String code,
        Recurrence recurrence,
        int dueWorkingDays,
        int remindWorkingDays,
        LocalDate validFrom,
        String source,
        String reason) {}
