package io.qiangcun.party.points;

import java.time.LocalDate;
import java.util.UUID;

/** What was published, in a list. */
public record PublicationRow(
        UUID publicationId,
        String placeCode,
        UUID organisationId,
        String organisationName,
        String placeName,
        int quarterYear,
        int quarter,
        LocalDate publishedOn,
        LocalDate objectionsUntil,
        String recordedByPerson,
        int entries,
        int objections,
        int open) {

    public boolean isOpen(LocalDate today) {
        return !objectionsUntil.isBefore(today);
    }

    public Quarter period() {
        return new Quarter(quarterYear, quarter);
    }
}
