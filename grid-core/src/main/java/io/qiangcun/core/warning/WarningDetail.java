package io.qiangcun.core.warning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A warning with its explanation and its history.
 *
 * @param explanation how the clock ran and will run, sentence by sentence
 * @param holders who holds such a matter at each level
 */
public record WarningDetail(
        WarningRow row,
        Finding.Basis basis,
        List<Finding.Fact> facts,
        String remedyHref,
        Instant heldSince,
        @Nullable String urgedBy,
        @Nullable String appealReason,
        @Nullable String clearedByHref,
        @Nullable UUID clearedById,
        Explanation clock,
        List<String> explanation,
        Map<HolderLevel, String> holders,
        List<Action> history) {

    public WarningDetail {
        facts = List.copyOf(facts);
        explanation = List.copyOf(explanation);
        holders = Map.copyOf(holders);
        history = List.copyOf(history);
    }

    public WarningId id() {
        return row.id();
    }

    public boolean isOpen() {
        return row.status().isOpen();
    }

    /** One line of the history. */
    public record Action(
            ActionKind kind,
            Instant at,
            String post,
            String holder,
            @Nullable String note,
            WarningLevel level,
            HolderLevel holderLevel) {

        /** Whether the application itself did it. */
        public boolean isAutomatic() {
            return post.equals("system");
        }
    }
}
