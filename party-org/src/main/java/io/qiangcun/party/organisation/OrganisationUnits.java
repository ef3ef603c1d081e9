package io.qiangcun.party.organisation;

import io.qiangcun.core.account.UnitDirectory;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Party organisations are what posts act for: one organisation, one account. */
@Component
class OrganisationUnits implements UnitDirectory {

    private final OrganisationQueries organisations;

    OrganisationUnits(OrganisationQueries organisations) {
        this.organisations = organisations;
    }

    @Override
    public List<Unit> unitsAt(Jurisdiction jurisdiction, PlaceCode place) {
        return organisations.at(jurisdiction, place);
    }

    @Override
    public List<Unit> search(Jurisdiction jurisdiction, String text, int limit) {
        return organisations.named(jurisdiction, text, limit);
    }

    @Override
    public List<Unit> named(Jurisdiction jurisdiction, Collection<UUID> ids) {
        return organisations.named(jurisdiction, ids);
    }
}
