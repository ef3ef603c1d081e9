package io.qiangcun.core.procedure;

import org.jspecify.annotations.Nullable;

/**
 * Knows from records what a field of a step is about, so that nobody types it. A bean; fields name it by its code as
 * their {@code source}. In an application that lacks the bean, the field is asked like any other.
 */
public interface FieldSource {

    /** Stable, dotted, starting with the module code. */
    String code();

    /** What the records say of the place of the case on the day of the step. What is typed beside it is in the attempt. */
    Answer answer(StepGuard.Attempt attempt);

    /**
     * An answer, or why there is none.
     *
     * @param value as it would have been typed; null where the records do not say
     * @param because the key of a message, with the label of the field as its argument; null where there is an answer
     */
    record Answer(@Nullable String value, @Nullable String because) {

        public Answer {
            if ((value == null) == (because == null)) {
                throw new IllegalArgumentException("Either an answer or the reason why there is none");
            }
        }

        public static Answer known(String value) {
            return new Answer(value, null);
        }

        public static Answer unknown(String because) {
            return new Answer(null, because);
        }
    }
}
