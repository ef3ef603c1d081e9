package io.qiangcun.services.request;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a post sees of a request.
 *
 * @param applicant in full for who deals with it, else the family name
 * @param phone masked
 * @param isHere whether the place of whoever looks has it
 */
public record RequestView(
        UUID requestId,
        long version,
        String receipt,
        Purpose purpose,
        RequestChannel channel,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        @Nullable String itemName,
        int promisedDays,
        @Nullable Integer legalDays,
        String matter,
        boolean priority,
        boolean urgent,
        String applicant,
        String phone,
        @Nullable String agentName,
        @Nullable String agentBasis,
        RequestState state,
        @Nullable WaitingFor waitingFor,
        String placeName,
        String placeCode,
        @Nullable String holderName,
        @Nullable String handedFromName,
        @Nullable String claimedPerson,
        OffsetDateTime appliedAt,
        @Nullable OffsetDateTime acceptedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime legalDueAt,
        boolean overdue,
        @Nullable Outcome outcome,
        @Nullable String result,
        @Nullable Boolean closedInTime,
        boolean isHere,
        Set<RequestAct> acts,
        List<StoryLine> story) {

    public boolean may(String act) {
        return acts.contains(RequestAct.valueOf(act));
    }

    /** The obvious next step. */
    public @Nullable RequestAct next() {
        return acts.stream().findFirst().orElse(null);
    }
}
