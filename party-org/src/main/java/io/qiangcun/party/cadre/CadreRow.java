package io.qiangcun.party.cadre;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that counts.
 *
 * @param condition the situation on which it rests, in the words of its edition
 * @param result how it ended, or blank while it goes on
 */
public record CadreRow(
        UUID caseId,
        CadreTrack track,
        String placeName,
        @Nullable String townshipName,
        String subjectName,
        @Nullable String condition,
        LocalDate decidedOn,
        String state,
        String result) {}
