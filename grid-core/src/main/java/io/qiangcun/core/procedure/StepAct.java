package io.qiangcun.core.procedure;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a step, as far as the time line needs to know.
 *
 * @param publicFrom since when its outcome is shown in public, or null
 * @param closedOn when that ended, or null
 */
public record StepAct(
        String step,
        Kind kind,
        LocalDate on,
        String outcome,
        Map<String, String> evidence,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate closedOn) {

    /** Taken or waived. */
    public enum Kind {
        TAKEN,
        WAIVED
    }

    public StepAct {
        evidence = Map.copyOf(evidence);
    }

    boolean isSettled() {
        return publicFrom == null || closedOn != null;
    }

    LocalDate settledOn() {
        return closedOn == null ? on : closedOn;
    }
}
