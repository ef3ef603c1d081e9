package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection as pages show it. */
public record ObjectionView(
        UUID id,
        LocalDate raisedOn,
        String raisedBy,
        String content,
        Recorded recorded,
        @Nullable LocalDate answeredOn,
        @Nullable String answer,
        @Nullable Recorded answered) {}
