package io.qiangcun.web.demo;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the monthly reports: nearly all confirmed in time and passed, some late, a few never. */
final class DemoReports {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final double IN_TIME = 0.93;
    private static final double IN_TIME_WHERE_THEY_STRUGGLE = 0.6;
    private static final double LATE = 0.93;
    private static final double REVIEWED_SOON = 0.9;

    private final Map<PlaceCode, DemoOrganisation> reporters = new HashMap<>();
    private final Map<PlaceCode, DemoOrganisation> reviewers = new HashMap<>();

    DemoReports(List<DemoOrganisation> organisations) {
        for (var organisation : organisations) {
            switch (organisation.place().kind()) {
                case TOWNSHIP -> reviewers.putIfAbsent(organisation.place(), organisation);
                default -> reporters.putIfAbsent(organisation.place(), organisation);
            }
        }
    }

    /** The reports of a month that were confirmed at all, in time or later. */
    List<Confirmed> of(YearMonth month) {
        var confirmed = new ArrayList<Confirmed>();
        reporters.forEach((place, reporter) -> {
            var random = new DemoRandom("report", place, month);
            var inTime = random.happens(DemoHistory.struggles(reporter) ? IN_TIME_WHERE_THEY_STRUGGLE : IN_TIME);
            if (inTime || random.happens(LATE)) {
                var day = inTime ? random.between(1, 5) : random.between(8, 12);
                confirmed.add(confirmed(place, month, month.plusMonths(1).atDay(day), random));
            }
        });
        return confirmed;
    }

    private Confirmed confirmed(PlaceCode place, YearMonth month, LocalDate day, DemoRandom random) {
        var township = place.parent().orElseThrow();
        return new Confirmed(
                place,
                month,
                at(day, random),
                signature(reporters.get(place)),
                at(day.plusDays(random.happens(REVIEWED_SOON) ? random.between(1, 2) : random.between(3, 5)), random),
                signature(reviewers.get(township)));
    }

    private static String signature(@Nullable DemoOrganisation organisation) {
        return organisation == null ? "" : organisation.name() + "（" + organisation.holder() + "）";
    }

    private static Instant at(LocalDate day, DemoRandom random) {
        return day.atTime(random.between(8, 17), random.between(0, 59))
                .atZone(CHINA)
                .toInstant();
    }

    /** A report that its place stood by, and when the township had read it. */
    record Confirmed(
            PlaceCode place,
            YearMonth month,
            Instant confirmedAt,
            String confirmedBy,
            Instant reviewedAt,
            String reviewedBy) {}
}
