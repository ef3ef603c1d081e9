package io.qiangcun.party.post.web;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.post.PostFilter;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.Track;
import org.jspecify.annotations.Nullable;

/** What the list of posts is asked for. */
record PostListFilter(
        @Nullable PlaceCode within,
        @Nullable Track track,
        @Nullable PostRole role,
        @Nullable Sex sex,
        @Nullable Education education,
        @Nullable Integer fromAge,
        @Nullable Integer toAge,
        @Nullable String text) {

    PostFilter toFilter() {
        return new PostFilter(
                track, role, sex, education, fromAge, toAge, text == null || text.isBlank() ? null : text.strip());
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return within == null ? jurisdiction : jurisdiction.narrowedTo(within);
    }
}
