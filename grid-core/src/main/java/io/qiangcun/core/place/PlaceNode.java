package io.qiangcun.core.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What other modules see of a place. */
public record PlaceNode(
        PlaceCode code,
        PlaceCategory category,
        String name,
        @Nullable String officialCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable PlaceCode successor) {

    static PlaceNode of(Place place) {
        return new PlaceNode(
                place.getCode(),
                place.getCategory(),
                place.getName(),
                place.getOfficialCode(),
                place.getValidFrom(),
                place.getValidTo(),
                place.getSuccessor());
    }
}
