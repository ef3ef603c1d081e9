package io.qiangcun.party.rating;

import io.qiangcun.party.organisation.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round with how far it has come.
 *
 * @param step the title of the open step, or null at the end
 * @param decided whether the committee has decided, so that sheets are closed
 */
public record RoundRow(
        UUID roundId,
        String placeCode,
        String placeName,
        UUID organisationId,
        String organisationName,
        int ratingYear,
        LocalDate openedOn,
        int participants,
        int selfRated,
        int reviewed,
        @Nullable String step,
        boolean decided,
        boolean awarded) {

    public OrganisationId organisation() {
        return new OrganisationId(organisationId);
    }
}
