package io.qiangcun.grid.incident;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments of an emergency as people read them. */
final class IncidentTimes {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private IncidentTimes() {}

    static String text(OffsetDateTime moment, ZoneId zone) {
        return moment.atZoneSameInstant(zone).format(MINUTES);
    }
}
