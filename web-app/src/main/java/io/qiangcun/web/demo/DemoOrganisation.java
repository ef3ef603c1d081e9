package io.qiangcun.web.demo;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.FoundOrganisation;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.Structure;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Party organisation of the demo county with the account it acts through.
 *
 * @param parent the login of the organisation above
 * @param holder the neutral name of whoever holds the account
 * @param rural whether it lives on the land, which decides what its meetings are about
 */
record DemoOrganisation(
        PlaceCode place,
        OrganisationKind kind,
        String name,
        @Nullable String parent,
        LocalDate foundedOn,
        Structure structure,
        String login,
        String holder,
        boolean rural) {

    OrganisationId id() {
        return idOf(login);
    }

    private static OrganisationId idOf(String login) {
        return new OrganisationId(UUID.nameUUIDFromBytes(("demo:" + login).getBytes(StandardCharsets.UTF_8)));
    }

    FoundOrganisation founding() {
        return new FoundOrganisation(
                id(), place, kind, name, parent == null ? null : idOf(parent), foundedOn, structure);
    }
}
