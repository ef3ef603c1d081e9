package io.qiangcun.party.member;

import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member with what happened, oldest first. The person is null where the reader does not see him. */
public record MemberView(
        MemberId id,
        long version,
        PlaceCode place,
        OrganisationId organisation,
        String organisationName,
        PersonId personId,
        @Nullable PersonBrief person,
        Standing standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        LocalDate inBranchSince,
        @Nullable LocalDate floatingSince,
        @Nullable String floatingTo,
        @Nullable String excludedReason,
        @Nullable LocalDate observedSince,
        @Nullable PlaceCode toPlace,
        @Nullable LocalDate endedOn,
        @Nullable Ending ending,
        @Nullable String endedReason,
        boolean votes,
        List<Milestone> changes) {

    public MemberView {
        changes = List.copyOf(changes);
    }

    /** What happened on a day. */
    public record Milestone(
            MemberChange what,
            LocalDate effectiveOn,
            String note,
            Instant recordedAt,
            String recordedBy,
            String recordedByPerson) {}
}
