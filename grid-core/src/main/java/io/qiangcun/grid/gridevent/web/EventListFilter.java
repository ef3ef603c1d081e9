package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFilter;
import io.qiangcun.grid.gridevent.EventState;
import org.jspecify.annotations.Nullable;

/** What the list of grid events is asked for. */
record EventListFilter(
        @Nullable PlaceCode place,
        @Nullable String kind,
        @Nullable EventState state,
        @Nullable String show,
        @Nullable PlaceCode holder,
        @Nullable String text) {

    EventFilter toFilter() {
        var asked = show == null ? "" : show;
        return new EventFilter(
                place,
                kind != null && kind.matches("\\d\\d(\\d\\d)?") ? kind : null,
                state,
                asked.equals("over"),
                asked.equals("overdue"),
                asked.equals("own"),
                holder,
                text == null || text.isBlank() ? null : text.strip());
    }
}
