package io.qiangcun.core.procedure.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection, its answer, or the end of the time in public. */
record ObjectionForm(
        @Nullable UUID objection,
        @Nullable LocalDate raisedOn,
        String raisedBy,
        String content,
        String answer,
        @Nullable LocalDate closedOn) {

    ObjectionForm {
        raisedBy = raisedBy == null ? "" : raisedBy;
        content = content == null ? "" : content;
        answer = answer == null ? "" : answer;
    }

    static ObjectionForm empty(LocalDate today) {
        return new ObjectionForm(UUID.randomUUID(), today, "", "", "", today);
    }
}
