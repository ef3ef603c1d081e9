package io.qiangcun.party.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of organisations. */
public record OrganisationRow(
        UUID organisationId,
        String placeName,
        @Nullable String townshipName,
        OrganisationKind kind,
        String name,
        @Nullable String parentName,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn,
        boolean hasCommittee,
        boolean hasGroups,
        int fullMemberCount,
        int memberCount,
        LocalDate countedOn) {}
