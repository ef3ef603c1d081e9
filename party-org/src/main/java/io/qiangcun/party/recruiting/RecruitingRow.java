package io.qiangcun.party.recruiting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody on the way into the Party. */
public record RecruitingRow(
        UUID caseId,
        String subjectName,
        @Nullable String townshipName,
        String placeName,
        RecruitingStage stage,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String next) {}
