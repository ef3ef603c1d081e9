package io.qiangcun.party.organisation;

import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation as far as its duties depend on it. */
record DutyOwner(
        UUID organisationId,
        String placeCode,
        String name,
        OrganisationKind kind,
        boolean hasCommittee,
        boolean hasGroups,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn) {

    DutySubject toSubject() {
        var traits = new HashSet<String>();
        traits.add(kind.trait());
        if (kind.isBranch() && hasCommittee) {
            traits.add("party.branch-with-committee");
        }
        if (kind.isBranch() && hasGroups) {
            traits.add("party.branch-with-groups");
        }
        return new DutySubject(organisationId, new PlaceCode(placeCode), name, traits, foundedOn, dissolvedOn);
    }
}
