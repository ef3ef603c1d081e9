package io.qiangcun.grid.incident;

import io.qiangcun.core.place.PlaceCode;
import java.util.List;

/**
 * Switches an incident on.
 *
 * @param places where it strikes; none means everywhere in the jurisdiction
 */
public record BeginIncident(IncidentId id, String kind, String title, String reason, List<PlaceCode> places) {

    public BeginIncident {
        places = List.copyOf(places);
    }
}
