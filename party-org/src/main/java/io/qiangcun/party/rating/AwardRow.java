package io.qiangcun.party.rating;

import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stars that somebody has or had. */
public record AwardRow(
        UUID awardId,
        String placeCode,
        String placeName,
        UUID organisationId,
        String organisationName,
        UUID memberId,
        @Nullable String name,
        int ratingYear,
        int stars,
        boolean model,
        LocalDate awardedOn,
        String reason,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate plaqueOn,
        @Nullable LocalDate plaqueOff) {

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }

    /** As they are painted on the plaque. */
    public String painted() {
        return "★".repeat(stars) + "☆".repeat(Math.max(0, 5 - stars));
    }

    public boolean isToBePutUp() {
        return endedOn == null && stars > 0 && plaqueOn == null;
    }

    public boolean isToBeTakenDown() {
        return plaqueOn != null && plaqueOff == null && (endedOn != null || stars == 0);
    }
}
