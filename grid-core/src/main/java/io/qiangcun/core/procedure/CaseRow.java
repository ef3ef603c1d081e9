package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of cases.
 *
 * @param next the step that is open, the most urgent of several
 * @param done how many of its steps are done
 * @param mine whether the reader's own place has to move
 */
public record CaseRow(
        CaseId id,
        PlaceCode place,
        String placeName,
        @Nullable String townshipName,
        String template,
        String title,
        String subjectName,
        LocalDate startedOn,
        CaseState state,
        String result,
        @Nullable LocalDate endedOn,
        @Nullable String next,
        @Nullable String nextCode,
        @Nullable LocalDate latestOn,
        boolean overdue,
        boolean mine,
        int done,
        int steps) {}
