package io.qiangcun.core.register;

import io.qiangcun.core.warning.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a row wants an entry in a log of its own: every so many days, or each month until a day of the next.
 *
 * @param since before that day nothing is late
 */
public record FollowUp(
        @Nullable Integer everyDays, @Nullable Integer dueDay, LocalDate since, Finding.Basis basis) {

    private static final int LAST_DAY_OF_ALL_MONTHS = 28;

    public FollowUp {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(basis, "basis");
        if ((everyDays == null) == (dueDay == null)
                || everyDays != null && everyDays < 1
                || dueDay != null && (dueDay < 1 || dueDay > LAST_DAY_OF_ALL_MONTHS)) {
            throw new IllegalArgumentException("A follow-up comes every so many days or each month");
        }
    }

    /**
     * The last day on which the next entry is in time.
     *
     * @param from the day the row began
     * @param last the day, or the first of the month, of the last entry
     */
    LocalDate dueOn(LocalDate from, @Nullable LocalDate last) {
        var begun = from.isBefore(since) ? since : from;
        if (everyDays != null) {
            return (last == null || last.isBefore(begun) ? begun : last).plusDays(everyDays);
        }
        var owed = last == null || last.isBefore(begun.withDayOfMonth(1))
                ? YearMonth.from(begun)
                : YearMonth.from(last).plusMonths(1);
        return owed.plusMonths(1).atDay(Objects.requireNonNull(dueDay));
    }

    FollowUp with(int amount, Finding.Basis otherBasis) {
        return everyDays != null
                ? new FollowUp(amount, null, since, otherBasis)
                : new FollowUp(null, amount, since, otherBasis);
    }

    int amount() {
        return Objects.requireNonNull(everyDays != null ? everyDays : dueDay);
    }
}
