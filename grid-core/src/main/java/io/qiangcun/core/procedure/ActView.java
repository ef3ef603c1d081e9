package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as pages show it.
 *
 * @param reason why it was entered late, or why the step was waived; blank otherwise
 */
public record ActView(
        UUID id,
        int number,
        String step,
        StepAct.Kind kind,
        LocalDate on,
        String outcome,
        Map<String, String> evidence,
        @Nullable Tally tally,
        @Nullable LocalDate noticedOn,
        List<String> voteRules,
        @Nullable Boolean votePassed,
        String reason,
        @Nullable LocalDate publicFrom,
        @Nullable LocalDate closedOn,
        Recorded recorded,
        @Nullable Recorded closed,
        @Nullable Recorded withdrawn,
        String withdrawalReason,
        List<ObjectionView> objections) {

    /** Whether its outcome is shown in public now. */
    public boolean isPublic() {
        return withdrawn == null && publicFrom != null && closedOn == null;
    }

    public boolean isLate() {
        return kind == StepAct.Kind.TAKEN && !reason.isEmpty();
    }
}
