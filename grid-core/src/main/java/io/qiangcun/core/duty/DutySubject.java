package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owes duties: an organisation, or a place that reports.
 *
 * @param traits decide which rules apply: {@code party.branch}, {@code party.branch-with-committee}, …
 * @param since owes nothing before this day
 * @param until owes nothing from this day on
 */
public record DutySubject(
        UUID id,
        PlaceCode place,
        String name,
        Set<String> traits,
        LocalDate since,
        @Nullable LocalDate until) {

    public DutySubject {
        traits = Set.copyOf(traits);
    }
}
