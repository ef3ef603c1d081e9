package io.qiangcun.core.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a step of a case.
 *
 * @param act made when the form was rendered
 * @param seen how many acts the step had then
 * @param outcome its code
 * @param evidence by the codes of fields
 * @param publicFrom from when on it is shown in public, where the step wants that
 * @param lateReason why it is entered so late; blank where it is not
 */
public record TakeStep(
        UUID act,
        int seen,
        String step,
        @Nullable LocalDate on,
        String outcome,
        Map<String, String> evidence,
        @Nullable Tally tally,
        @Nullable LocalDate noticedOn,
        @Nullable LocalDate publicFrom,
        String lateReason) {

    public TakeStep {
        evidence = Map.copyOf(evidence);
    }

    TakeStep withEvidence(Map<String, String> entered) {
        return new TakeStep(act, seen, step, on, outcome, entered, tally, noticedOn, publicFrom, lateReason);
    }
}
