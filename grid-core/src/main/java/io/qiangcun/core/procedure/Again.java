package io.qiangcun.core.procedure;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a procedure is done once more where its result cannot be relied on.
 *
 * @param title what doing it once more is called
 * @param validBy the step that the result is needed for: its last lawful day is how long the result holds
 */
public record Again(String title, String validBy, Basis basis) {

    /** Why a case is done once more. */
    public enum Reason {
        /** It ended without its result. */
        ENDED,
        /** Its result is out of date. */
        EXPIRED,
        /** What it rested on has changed since. */
        CHANGED
    }

    public Again {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(basis, "basis");
    }

    /** Whether one of the steps says how long the result holds. */
    boolean isTold(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.code().equals(validBy))
                .flatMap(step -> step.latest().stream())
                .anyMatch(TimeBound::strict);
    }

    /** Until when the result holds; null while there is none. */
    @Nullable
    LocalDate validUntil(TimeLine timeLine) {
        return timeLine.find(validBy).map(TimeLine.Line::lastOn).orElse(null);
    }

    /** What it may be done once more for. */
    Set<Reason> reasons(CaseState state, TimeLine timeLine, LocalDate today) {
        var reasons = EnumSet.noneOf(Reason.class);
        var until = validUntil(timeLine);
        if (state == CaseState.ENDED) {
            reasons.add(Reason.ENDED);
        } else if (until != null && state != CaseState.ABANDONED) {
            reasons.add(until.isBefore(today) ? Reason.EXPIRED : Reason.CHANGED);
        }
        return reasons;
    }
}
