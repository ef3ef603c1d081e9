package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as pages show it.
 *
 * @param confirmPlace the place above that has to agree to so late an entry
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
        @Nullable PlaceCode confirmPlace,
        @Nullable Recorded confirmed,
        List<ObjectionView> objections) {

    /** Whether the place above has yet to agree to so late an entry. */
    public boolean awaitsConfirmation() {
        return withdrawn == null && confirmPlace != null && confirmed == null;
    }

    /** The same to readers who may not know everything that was entered. */
    ActView without(Set<String> fields) {
        if (evidence.keySet().stream().noneMatch(fields::contains)) {
            return this;
        }
        var kept = new HashMap<>(evidence);
        kept.keySet().removeIf(key -> fields.contains(key.split("\\.", 2)[0]));
        return new ActView(
                id,
                number,
                step,
                kind,
                on,
                outcome,
                kept,
                tally,
                noticedOn,
                voteRules,
                votePassed,
                reason,
                publicFrom,
                closedOn,
                recorded,
                closed,
                withdrawn,
                withdrawalReason,
                confirmPlace,
                confirmed,
                objections);
    }

    /** Whether its outcome is shown in public now. */
    public boolean isPublic() {
        return withdrawn == null && publicFrom != null && closedOn == null;
    }

    public boolean isLate() {
        return kind == StepAct.Kind.TAKEN && !reason.isEmpty();
    }
}
