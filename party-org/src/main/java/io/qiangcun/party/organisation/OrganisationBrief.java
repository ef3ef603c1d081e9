package io.qiangcun.party.organisation;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What other slices need to know of an organisation. */
public record OrganisationBrief(
        OrganisationId id,
        PlaceCode place,
        OrganisationKind kind,
        String name,
        boolean hasCommittee,
        boolean hasGroups,
        int fullMemberCount,
        int memberCount,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn) {}
