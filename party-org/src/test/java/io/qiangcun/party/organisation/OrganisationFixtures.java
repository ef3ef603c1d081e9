package io.qiangcun.party.organisation;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organisations, founded where a test wants them. */
public final class OrganisationFixtures {

    public static final LocalDate FOUNDED = LocalDate.of(2000, 7, 1);

    private OrganisationFixtures() {}

    public static OrganisationId branchIn(OrganisationService organisations, PlaceCode place, String name) {
        return founded(organisations, place, OrganisationKind.BRANCH, name, null);
    }

    public static OrganisationId founded(
            OrganisationService organisations,
            PlaceCode place,
            OrganisationKind kind,
            String name,
            @Nullable OrganisationId parent) {
        var id = OrganisationId.next();
        var county = Jurisdiction.within(place);
        try (var scope = Scope.as(county)) {
            organisations.foundAll(
                    county,
                    Actor.system(),
                    List.of(new FoundOrganisation(
                            id, place, kind, name, parent, FOUNDED, new Structure(true, false, 18, 20, FOUNDED))));
        }
        return id;
    }
}
