package io.qiangcun.core.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report in a list. */
public record ReportRow(
        String reportId,
        String placeCode,
        String placeName,
        String townshipName,
        ReportState state,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Boolean late,
        int openQuestions,
        int overrides) {}
