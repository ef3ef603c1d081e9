package io.qiangcun.party.member.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.member.MemberFilter;
import io.qiangcun.party.member.MemberState;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.organisation.OrganisationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the list of members is asked for. */
record MemberListFilter(
        @Nullable PlaceCode place,
        @Nullable OrganisationId organisation,
        @Nullable Standing standing,
        @Nullable MemberState state,
        @Nullable String text) {

    MemberFilter toFilter() {
        return new MemberFilter(
                organisation,
                standing,
                Objects.requireNonNullElse(state, MemberState.CURRENT),
                text == null || text.isBlank() ? null : text.strip());
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }
}
