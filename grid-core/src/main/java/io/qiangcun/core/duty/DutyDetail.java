package io.qiangcun.core.duty;

import io.qiangcun.core.warning.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A duty with its rule, its clock, the records that fit and what was waived. */
public record DutyDetail(
        DutyRow row,
        DutyRule rule,
        Explanation clock,
        List<String> explanation,
        List<Fitting> records,
        List<WaiverRow> waivers) {

    public DutyDetail {
        explanation = List.copyOf(explanation);
        records = List.copyOf(records);
        waivers = List.copyOf(waivers);
    }

    /** A record that fits the duty; the first one done counts. */
    public record Fitting(UUID record, String href, LocalDate doneOn, Instant recordedAt, boolean counts) {}

    /** A waiver, in force or withdrawn. */
    public record WaiverRow(
            UUID waiverId,
            String kind,
            LocalDate dueFrom,
            LocalDate expiresOn,
            String reason,
            String approverPost,
            String approverHolder,
            Instant approvedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            @Nullable String withdrawalReason) {}
}
