package io.qiangcun.core.people.web;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PersonFilter;
import io.qiangcun.core.people.PersonState;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the list of persons is asked for. */
record PersonListFilter(
        @Nullable PlaceCode place,
        @Nullable Sex sex,
        @Nullable Education education,
        @Nullable PersonState state,
        @Nullable String text) {

    PersonFilter toFilter() {
        return new PersonFilter(
                text == null || text.isBlank() ? null : text.strip(),
                sex,
                education,
                Objects.requireNonNullElse(state, PersonState.HERE));
    }

    Jurisdiction narrow(Jurisdiction jurisdiction) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }
}
