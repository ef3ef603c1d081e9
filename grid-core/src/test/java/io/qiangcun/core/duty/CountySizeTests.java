package io.qiangcun.core.duty;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.core.warning.WarningsSwept;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county of 519 organisations over five years: what is done at night is done in sets. */
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
    List<WarningRule> rules;

    @Autowired
    JdbcClient database;

    /** However many organisations there are: what is done for all of them is done in sets. */
    @Test
    void isGeneratedSweptAndListedInFewStatements() throws Exception {
        var places = duties.county();
        var county = Jurisdiction.within(places.county());
        foundOrganisations(places);

        var generated = new AtomicReference<DutiesGenerated>();
        assertThat(statementsOf(() -> generated.set(duties.generate(places.county(), FIRST, LAST))))
                .hasSizeLessThan(20);
        assertThat(generated.get().added()).isGreaterThan(ORGANISATIONS * 16 * 5);
        fulfilMost(county);

        var swept = new AtomicReference<List<WarningsSwept>>(List.of());
        assertThat(statementsOf(
                        () -> swept.set(duties.at(places.county(), () -> sweep.sweep(county, TestClock.TODAY)))))
                .as("so many for each rule")
                .hasSizeLessThan(4 * rules.size());
        assertThat(found(swept.get())).isBetween(2_000, 20_000);
        assertThat(found(duties.at(places.county(), () -> sweep.sweep(county, TestClock.TODAY.plusDays(1)))))
                .isZero();
        var page = duties.at(places.county(), () -> warnings.list(county, WarningFilter.open(), PageRequest.of(0, 50)));
        assertThat(page.getTotalElements()).isEqualTo(found(swept.get()));
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
