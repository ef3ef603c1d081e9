package io.qiangcun.core.procedure.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.StartCase;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new case is about.
 *
 * @param caseId made when the form was rendered
 * @param subject the person chosen
 * @param name what was looked for, to find the person
 */
record StartForm(
        @Nullable UUID caseId,
        @Nullable PlaceCode place,
        @Nullable UUID subject,
        @Nullable String subjectName,
        String name,
        @Nullable LocalDate startedOn) {

    StartForm {
        name = name == null ? "" : name.strip();
    }

    StartCase toCommand(String code, UUID id, PlaceCode at) {
        return new StartCase(
                new CaseId(id), code, at, subject, subjectName == null ? "" : subjectName.strip(), startedOn);
    }
}
