package io.qiangcun.party.organisation;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation with its milestones, oldest first. */
public record OrganisationView(
        OrganisationId id,
        long version,
        PlaceCode place,
        OrganisationKind kind,
        String name,
        @Nullable OrganisationId parent,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn,
        Structure structure,
        List<Milestone> changes) {

    public OrganisationView {
        changes = List.copyOf(changes);
    }

    /** What the organisation was like from a day on. */
    public record Milestone(
            String what,
            LocalDate effectiveOn,
            String reason,
            String name,
            Structure structure,
            Instant recordedAt,
            String recordedBy,
            String recordedByPerson) {}
}
