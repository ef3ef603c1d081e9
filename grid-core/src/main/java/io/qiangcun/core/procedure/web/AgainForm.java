package io.qiangcun.core.procedure.web;

import io.qiangcun.core.procedure.Again;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.StartAgain;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a case is done once more.
 *
 * @param caseId made when the form was rendered
 */
record AgainForm(
        @Nullable UUID caseId,
        Again.@Nullable Reason reason,
        String note,
        @Nullable LocalDate startedOn) {

    AgainForm {
        note = note == null ? "" : note;
    }

    static AgainForm empty(Again.@Nullable Reason only, LocalDate today) {
        return new AgainForm(UUID.randomUUID(), only, "", today);
    }

    StartAgain toCommand(UUID id, CaseId follows) {
        return new StartAgain(new CaseId(id), follows, reason, note, startedOn);
    }
}
