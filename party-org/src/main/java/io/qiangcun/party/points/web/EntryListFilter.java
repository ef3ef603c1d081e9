package io.qiangcun.party.points.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.points.EntryFilter;
import io.qiangcun.party.points.EntryStatus;
import io.qiangcun.party.points.Quarter;
import org.jspecify.annotations.Nullable;

/** What the list of entries is asked for. */
record EntryListFilter(
        @Nullable PlaceCode place,
        @Nullable OrganisationId organisation,
        @Nullable MemberId member,
        @Nullable EntryStatus status,
        @Nullable String quarter,
        @Nullable String text) {

    EntryFilter toFilter() {
        return new EntryFilter(
                organisation, member, status, asked(), text == null || text.isBlank() ? null : text.strip());
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }

    /** Whoever writes nonsense into the address asks for nothing. */
    private @Nullable Quarter asked() {
        return quarter != null && quarter.matches("20\\d\\d-[1-4]") ? Quarter.valueOf(quarter) : null;
    }
}
