package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about and how it stands.
 *
 * @param title of its procedure
 * @param result in a word, when it ended before its last step; or why it was abandoned
 * @param follows the case that it does once more, or null
 * @param againReason why it does
 */
public record CaseHead(
        CaseId id,
        PlaceCode place,
        String placeName,
        String template,
        String title,
        ProcedureTemplate.SubjectKind subjectKind,
        @Nullable UUID subject,
        String subjectName,
        LocalDate startedOn,
        Recorded recorded,
        CaseState state,
        String result,
        @Nullable LocalDate endedOn,
        @Nullable Recorded ended,
        @Nullable CaseId follows,
        Again.@Nullable Reason againReason,
        String againNote,
        long version) {}
