package io.qiangcun.core.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number for some days, with the text that sets it.
 *
 * @param own whether the county set it
 * @param least no rule works with less
 */
public record RuleNumber(
        UUID versionId,
        String code,
        boolean own,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        BigDecimal amount,
        Bound bound,
        String basis,
        String source,
        String article,
        String wording,
        BigDecimal least,
        Instant recordedAt,
        String recordedByPerson) {

    /** How far a county may go from what a text says. */
    public enum Bound {
        FIXED,
        AT_MOST,
        AT_LEAST,
        FREE
    }

    /** Said in the messages of the module whose number it is. */
    public String titleKey() {
        return "core.number.of." + code;
    }

    public String inDigits() {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** The text and where it stands in it. */
    public String cited() {
        return source + article;
    }

    public boolean countsOn(LocalDate day) {
        return !validFrom.isAfter(day) && reaches(day);
    }

    boolean reaches(LocalDate day) {
        return validTo == null || validTo.isAfter(day);
    }

    void requireAllowed(BigDecimal wanted) {
        if (wanted.compareTo(least) < 0) {
            throw RuleNumberRefused.because("amount", "least", least);
        }
        var order = wanted.compareTo(amount);
        var allowed =
                switch (bound) {
                    case FIXED -> false;
                    case AT_MOST -> order <= 0;
                    case AT_LEAST -> order >= 0;
                    case FREE -> true;
                };
        if (!allowed) {
            throw RuleNumberRefused.because("amount", "bound." + bound, inDigits(), cited());
        }
    }
}
