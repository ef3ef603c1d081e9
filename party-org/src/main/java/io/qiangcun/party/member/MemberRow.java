package io.qiangcun.party.member;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of members; what is recorded of a person outside the reader's sight is null. */
public record MemberRow(
        UUID memberId,
        UUID organisationId,
        String organisationName,
        String placeName,
        @Nullable String townshipName,
        @Nullable String name,
        @Nullable Sex sex,
        @Nullable LocalDate bornOn,
        @Nullable Education education,
        Standing standing,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        @Nullable LocalDate floatingSince,
        @Nullable String excludedReason,
        @Nullable LocalDate observedSince,
        @Nullable String toPlace,
        @Nullable LocalDate endedOn,
        @Nullable Ending ending) {

    /** Full members vote, unless observed. */
    public boolean votes() {
        return endedOn == null && standing == Standing.FULL && observedSince == null;
    }
}
