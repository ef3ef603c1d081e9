package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Starts a case.
 *
 * @param caseId made when the form was rendered
 * @param code of the procedure
 * @param subject the person's id, where one is known
 */
public record StartCase(
        CaseId caseId,
        String code,
        PlaceCode place,
        @Nullable UUID subject,
        String subjectName,
        @Nullable LocalDate startedOn) {}
