package io.qiangcun.core.slip;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A slip whose code somebody has shown.
 *
 * @param subject whom or what it lets him see
 */
public record OpenedSlip(SlipId id, PlaceCode place, UUID subject, LocalDate lastDay) {

    /** As far as the database is concerned; the page narrows it to the subject. */
    public Jurisdiction jurisdiction() {
        return Jurisdiction.within(place);
    }
}
