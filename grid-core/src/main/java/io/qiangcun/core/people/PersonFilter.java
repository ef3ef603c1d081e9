package io.qiangcun.core.people;

import org.jspecify.annotations.Nullable;

/**
 * Which persons a list shows; what is null is not asked for.
 *
 * @param text part of the name or of the household's number
 */
public record PersonFilter(
        @Nullable String text, @Nullable Sex sex, @Nullable Education education, PersonState state) {}
