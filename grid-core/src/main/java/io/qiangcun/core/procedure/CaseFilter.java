package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a list are wanted; null leaves a question open.
 *
 * @param step that is open
 * @param text part of a subject's or place's name
 */
public record CaseFilter(
        @Nullable PlaceCode place,
        @Nullable String template,
        @Nullable String step,
        @Nullable CaseState state,
        boolean overdue,
        boolean mine,
        boolean unconfirmed,
        @Nullable String text) {}
