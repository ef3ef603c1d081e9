package io.qiangcun.grid.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number for some days, with the text that sets it.
 *
 * @param own whether the county set it
 */
public record GridNumber(
        UUID versionId,
        String code,
        boolean own,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        BigDecimal amount,
        Bound bound,
        String basis,
        String source,
        Instant recordedAt,
        String recordedByPerson) {

    /** How far a county may go from what a text says. */
    public enum Bound {
        FIXED,
        AT_MOST,
        AT_LEAST,
        FREE
    }

    public String titleKey() {
        return "grid.number.of." + code;
    }

    public String inDigits() {
        return amount.stripTrailingZeros().toPlainString();
    }

    public boolean countsOn(LocalDate day) {
        return !validFrom.isAfter(day) && reaches(day);
    }

    boolean reaches(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    void requireAllowed(BigDecimal wanted) {
        var order = wanted.compareTo(amount);
        var allowed =
                switch (bound) {
                    case FIXED -> false;
                    case AT_MOST -> order <= 0;
                    case AT_LEAST -> order >= 0;
                    case FREE -> true;
                };
        if (!allowed) {
            throw new GridNumberRefused("amount", "bound." + bound, inDigits(), source);
        }
    }
}
