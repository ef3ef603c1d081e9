package io.qiangcun.party.standard.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.standard.CheckFilter;
import io.qiangcun.party.standard.CheckStatus;
import org.jspecify.annotations.Nullable;

/** What the list of checks is asked for. */
record CheckListFilter(
        @Nullable PlaceCode place,
        @Nullable OrganisationId organisation,
        @Nullable String standard,
        @Nullable CheckStatus status,
        @Nullable String text) {

    CheckFilter toFilter() {
        return new CheckFilter(given(standard), status, organisation, given(text));
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
