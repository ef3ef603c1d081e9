package io.qiangcun.core.procedure;

import java.time.LocalDate;

/** A case before or after another: why the later one was started, and how it stands. */
public record CaseLink(
        CaseId id,
        boolean earlier,
        LocalDate startedOn,
        CaseState state,
        String result,
        Again.Reason reason,
        String note) {}
