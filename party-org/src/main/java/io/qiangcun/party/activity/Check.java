package io.qiangcun.party.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a record that its reader should know. Checks never stop a record: what was held was held.
 *
 * @param basis what the check goes by, where it is a rule
 */
public record Check(
        boolean fine,
        String messageKey,
        List<Object> arguments,
        @Nullable String basis) {

    static Check of(boolean fine, String key, @Nullable String basis, Object... arguments) {
        return new Check(fine, "party.activity.check." + key, List.of(arguments), basis);
    }
}
