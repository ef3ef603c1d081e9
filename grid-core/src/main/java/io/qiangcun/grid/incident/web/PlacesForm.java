package io.qiangcun.grid.incident.web;

import java.util.List;

/** More places that an incident concerns. */
record PlacesForm(List<String> places) {

    PlacesForm {
        places = places == null ? List.of() : List.copyOf(places);
    }
}
