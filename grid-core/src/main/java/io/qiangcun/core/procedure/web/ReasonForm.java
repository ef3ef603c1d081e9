package io.qiangcun.core.procedure.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a step is waived, an act withdrawn or a case abandoned; each has a field of its own on the page. */
record ReasonForm(
        @Nullable UUID act,
        @Nullable Integer seen,
        @Nullable Long version,
        String waiverReason,
        String withdrawalReason,
        String abandonReason) {

    ReasonForm {
        waiverReason = waiverReason == null ? "" : waiverReason;
        withdrawalReason = withdrawalReason == null ? "" : withdrawalReason;
        abandonReason = abandonReason == null ? "" : abandonReason;
    }

    static ReasonForm empty(int seen, long version) {
        return new ReasonForm(UUID.randomUUID(), seen, version, "", "", "");
    }
}
