package io.qiangcun.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was entered.
 *
 * @param field of the form, or null for the whole of it
 */
public record Problem(@Nullable String field, String messageKey, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(@Nullable String field, String messageKey, Object... arguments) {
        return new Problem(field, messageKey, List.of(arguments));
    }
}
