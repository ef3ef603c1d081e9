package io.qiangcun.core.report;

import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.duty.DutySubjects;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Every place of the village level owes a report a month. */
@Component
public class ReportingPlaces implements DutySubjects {

    /** What the duty of reporting is fulfilled by. */
    public static final String RECORD_KIND = "MONTHLY_REPORT";

    private static final String TRAIT = "core.reporting-place";

    private final PlaceTree places;
    private final Clock clock;

    ReportingPlaces(PlaceTree places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    @Override
    public List<DutySubject> subjects(Jurisdiction jurisdiction) {
        return places.all(jurisdiction, PlaceKind.VILLAGE, LocalDate.now(clock)).stream()
                .map(place -> new DutySubject(
                        subjectOf(place.code()),
                        place.code(),
                        place.name(),
                        Set.of(TRAIT),
                        place.validFrom(),
                        place.validTo()))
                .toList();
    }

    /** A place owes as itself; its id as a subject follows from its code. */
    public static UUID subjectOf(PlaceCode place) {
        return UUID.nameUUIDFromBytes(("place:" + place).getBytes(StandardCharsets.UTF_8));
    }
}
