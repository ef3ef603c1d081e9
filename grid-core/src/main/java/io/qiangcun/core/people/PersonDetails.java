package io.qiangcun.core.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of everybody, and no more.
 *
 * @param ethnicGroup as people say it; may be left out
 */
public record PersonDetails(
        String name,
        Sex sex,
        LocalDate bornOn,
        Education education,
        @Nullable String ethnicGroup) {}
