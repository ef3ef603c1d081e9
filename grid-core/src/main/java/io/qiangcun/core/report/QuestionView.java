package io.qiangcun.core.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A question about a cell and its answer. */
public record QuestionView(
        String metric,
        String question,
        Instant askedAt,
        String askedBy,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {

    public boolean isOpen() {
        return answer == null;
    }
}
