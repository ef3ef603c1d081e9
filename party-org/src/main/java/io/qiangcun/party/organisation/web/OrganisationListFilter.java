package io.qiangcun.party.organisation.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationFilter;
import io.qiangcun.party.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/** What the list of organisations is asked for. */
record OrganisationListFilter(
        @Nullable PlaceCode place,
        @Nullable OrganisationKind kind,
        @Nullable Boolean dissolved,
        @Nullable String text) {

    OrganisationFilter toFilter() {
        return new OrganisationFilter(
                kind, Boolean.TRUE.equals(dissolved), text == null || text.isBlank() ? null : text.strip());
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }
}
