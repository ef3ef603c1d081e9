package io.qiangcun.core.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Starts a case that does another once more.
 *
 * @param caseId made when the form was rendered
 * @param follows the case before
 * @param note what has changed, or what else there is to say
 */
public record StartAgain(
        CaseId caseId,
        CaseId follows,
        Again.@Nullable Reason reason,
        String note,
        @Nullable LocalDate startedOn) {}
