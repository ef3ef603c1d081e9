package io.qiangcun.grid.incident;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a place sees it.
 *
 * @param beganBy null, like all that follows from there on, for those below the place that commands
 * @param messages how many versions of reports have come, as far as the reader may see
 */
public record ConcernRow(
        UUID concernId,
        String placeCode,
        String placeName,
        UUID incidentId,
        String headPlace,
        String headName,
        String kind,
        String kindName,
        String title,
        String reason,
        Instant beganAt,
        @Nullable Instant endedAt,
        boolean reports,
        @Nullable String beganBy,
        @Nullable String endedBy,
        @Nullable String happened,
        @Nullable String better,
        @Nullable Instant purgedAt,
        int messages,
        int places,
        int reporting) {

    public boolean isOn() {
        return endedAt == null;
    }

    public PlaceCode place() {
        return new PlaceCode(placeCode);
    }

    /** Whether places below look to it: then its page is a war room. */
    public boolean isAbove() {
        return place().kind().compareTo(PlaceKind.TOWNSHIP) <= 0;
    }

    public boolean isHead() {
        return placeCode.equals(headPlace);
    }

    /** The part of the jurisdiction that lies in the place. */
    Jurisdiction part(Jurisdiction jurisdiction) {
        return jurisdiction.narrowedTo(place());
    }

    public ConcernId id() {
        return new ConcernId(concernId);
    }
}
