package io.qiangcun.party.activity.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.activity.ActivityFilter;
import io.qiangcun.party.activity.ActivityKind;
import io.qiangcun.party.activity.ActivityStatus;
import io.qiangcun.party.organisation.OrganisationId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What the list of records is asked for. */
record ActivityListFilter(
        @Nullable PlaceCode place,
        @Nullable ActivityKind kind,
        @Nullable YearMonth month,
        @Nullable OrganisationId organisation,
        @Nullable ActivityStatus status,
        @Nullable String text) {

    ActivityFilter toFilter() {
        return new ActivityFilter(
                kind, month, organisation, status, text == null || text.isBlank() ? null : text.strip());
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }
}
