package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings of a list are wanted; null leaves a question open.
 *
 * @param own only those about the very place of the jurisdiction, not about places in it
 * @param status an open status, or null for all open ones
 * @param ended instead of the open ones, those that were cleared
 * @param appealed only those whose appeal waits for a decision
 * @param text part of a title or of a place's name
 */
public record WarningFilter(
        @Nullable WarningLevel level,
        @Nullable String rule,
        @Nullable PlaceCode place,
        @Nullable WarningStatus status,
        @Nullable HolderLevel holder,
        boolean own,
        boolean ended,
        boolean appealed,
        @Nullable String text) {

    /** All that are open. */
    public static WarningFilter open() {
        return new WarningFilter(null, null, null, null, null, false, false, false, null);
    }
}
