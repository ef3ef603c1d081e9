package io.qiangcun.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.core.warning.WarningsSwept;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import io.qiangcun.testkit.Timing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of 519 organisations over five years: what is done at night, or in one click, must not take long. */
@ApplicationTest
class CountySizeTests {

    private static final int ORGANISATIONS = 519;
    private static final int VILLAGES = 60;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Autowired
    DutyFixtures duties;

    @Autowired
    PlaceTree tree;

    @Autowired
    WarningSweep sweep;

    @Autowired
    WarningQueries warnings;

    @Autowired
    JdbcClient database;

    @Test
    void isGeneratedSweptAndListedFastEnough() {
        var places = duties.county();
        var county = Jurisdiction.within(places.county());
        foundOrganisations(places);

        var generated = Timing.within(
                Duration.ofSeconds(10), "generate five years", () -> duties.generate(places.county(), FIRST, LAST));
        assertThat(generated.added()).isGreaterThan(ORGANISATIONS * 16 * 5);
        Timing.within(
                Duration.ofSeconds(10),
                "generate five years again",
                () -> duties.generate(places.county(), FIRST, LAST));
        fulfilMost(county);

        var swept = Timing.within(
                Duration.ofSeconds(20),
                "first sweep",
                () -> duties.at(places.county(), () -> sweep.sweep(county, TestClock.TODAY)));
        assertThat(found(swept)).isBetween(2_000, 20_000);
        var again = Timing.within(
                Duration.ofSeconds(20),
                "second sweep",
                () -> duties.at(places.county(), () -> sweep.sweep(county, TestClock.TODAY.plusDays(1))));
        assertThat(found(again)).isZero();
        var page = Timing.within(
                Duration.ofSeconds(1),
                "first page of the county",
                () -> duties.at(
                        places.county(), () -> warnings.list(county, WarningFilter.open(), PageRequest.of(0, 50))));
        assertThat(page.getTotalElements()).isEqualTo(found(swept));
    }

    private void foundOrganisations(PlaceFixtures places) {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            for (var village = 0; village < VILLAGES; village++) {
                var code = places.township().child("%03d".formatted(300 + village));
                tree.grow(county, code, PlaceCategory.VILLAGE, "Village " + village, LocalDate.EPOCH);
            }
        }
        for (var organisation = 0; organisation < ORGANISATIONS; organisation++) {
            var village = new PlaceCode(places.township() + "%03d".formatted(300 + organisation % VILLAGES));
            duties.subject(village, "test.branch", "test.branch-with-committee");
        }
    }

    /** Nineteen of twenty are done, as by twenty years of good habit. */
    private void fulfilMost(Jurisdiction county) {
        try (var scope = Scope.as(county)) {
            duties.inTransaction(() -> database.sql("""
                    update duty set fulfilled_on = due_on, fulfilled_at = now(), record_id = duty_id, record_href = '/'
                    where place_code >= :lo and place_code < :hi and due_on < :today and hashtext(duty_id::text) % 20 <> 0
                    """)
                    .param("lo", county.lo())
                    .param("hi", county.hi())
                    .param("today", TestClock.TODAY)
                    .update());
        }
    }

    private static int found(List<WarningsSwept> swept) {
        return swept.stream().mapToInt(WarningsSwept::found).sum();
    }
}
