package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.warning.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many current rows there should be, in each place or for each row that they belong to.
 *
 * @param level whose places are asked; of no meaning for {@link Per#PARENT}
 * @param categories which places of the level; empty for all
 * @param since before that day nobody is late
 * @param severity whether a gap is only listed, or an early warning as well
 */
public record CountRule(
        String code,
        String title,
        Per per,
        PlaceKind level,
        List<PlaceCategory> categories,
        @Nullable Integer atLeast,
        @Nullable Integer atMost,
        LocalDate since,
        Severity severity,
        Finding.Basis basis) {

    /** What the rows are counted for. */
    public enum Per {
        PLACE,
        PARENT
    }

    /** What follows from a gap. */
    public enum Severity {
        NOTE,
        WARNING
    }

    public CountRule {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a code of a rule: " + code);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(since, "since");
        per = per == null ? Per.PLACE : per;
        level = level == null ? PlaceKind.VILLAGE : level;
        severity = severity == null ? Severity.NOTE : severity;
        categories = categories == null ? List.of() : List.copyOf(categories);
        if (atLeast == null && atMost == null
                || atLeast != null && atLeast < 1
                || atMost != null && atMost < 0
                || atLeast != null && atMost != null && atMost < atLeast) {
            throw new IllegalArgumentException("The rule " + code + " cannot be met or cannot be broken");
        }
    }

    public boolean isMetBy(long rows) {
        return (atLeast == null || rows >= atLeast) && (atMost == null || rows <= atMost);
    }

    CountRule with(@Nullable Integer least, @Nullable Integer most, Finding.Basis otherBasis) {
        return new CountRule(code, title, per, level, categories, least, most, since, severity, otherBasis);
    }
}
