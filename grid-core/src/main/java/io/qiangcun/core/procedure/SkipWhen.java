package io.qiangcun.core.procedure;

import org.jspecify.annotations.Nullable;

/**
 * A step is left out when an earlier one has this answer in this field.
 *
 * @param field null where the value is how the earlier step ended
 */
public record SkipWhen(String step, @Nullable String field, String value) {

    boolean isMetBy(StepAct act) {
        return value.equals(field == null ? act.outcome() : act.evidence().getOrDefault(field, ""));
    }

    boolean isOf(Step earlier) {
        return field == null ? earlier.hasOutcome(value) : earlier.field(field).isPresent();
    }
}
