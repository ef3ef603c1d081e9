package io.qiangcun.services.published;

import io.qiangcun.core.register.OpenRow;
import java.util.List;

/**
 * Where one can go: a museum, a village worth seeing, a reading room.
 *
 * @param placeCode where it lies; the centre there is asked for it
 * @param kind as the register calls it
 */
public record Venue(
        String placeCode,
        String placeName,
        String kind,
        String name,
        String introduction,
        String hours,
        List<OpenRow.Photo> photos) {

    static Venue of(OpenRow row) {
        return new Venue(
                row.placeCode(),
                row.placeName(),
                row.get("kind"),
                row.get("name"),
                row.get("introduction"),
                row.get("hours"),
                row.photos());
    }
}
