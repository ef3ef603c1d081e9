package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A warning with its explanation and its history. */
public record WarningDetail(
        WarningRow row,
        Finding.Basis basis,
        List<Finding.Fact> facts,
        String remedyHref,
        PlaceCode holderPlace,
        String holderName,
        Instant heldSince,
        @Nullable String urgedBy,
        @Nullable String appealReason,
        @Nullable String clearedByHref,
        @Nullable UUID clearedById,
        Explanation explanation,
        List<Action> history) {

    public WarningDetail {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
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
