package io.qiangcun.core.register;

import static io.qiangcun.core.register.RegisterFixtures.HERD;
import static io.qiangcun.core.register.RegisterFixtures.VISIT;
import static io.qiangcun.core.register.RegisterFixtures.herd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows as the accounts of a county write them. Today is 16 November 2026. */
@ApplicationTest
class RegisterServiceTests {

    @Autowired
    RegisterFixtures registers;

    @Autowired
    RegisterService service;

    @Autowired
    RegisterQueries queries;

    @Autowired
    RegisterGapRule gaps;

    @Autowired
    RegisterEndingRule endings;

    @Autowired
    RegisterFollowUpRule followUps;

    @Autowired
    Metrics metrics;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CurrentAccount current;

    private PlaceFixtures places;
    private PersonId keeper;

    @BeforeEach
    void aCounty() {
        places = registers.county();
        keeper = registers.person(places.east(), "Ann");
    }

    @Test
    void isWrittenOnceHoweverOftenItIsSent() {
        var id = RowId.next();
        var command = new EnterRow(id, HERD, places.east(), null, herd("North"), Map.of("keeper", keeper.toString()));
        for (var times = 0; times < 2; times++) {
            registers.run(
                    places.east(), () -> service.enter(current.jurisdiction(), current.actor(), command, List.of()));
        }

        assertThat(registers.list(places.east(), HERD, RowFilter.CURRENT))
                .extracting(RowLine::id, RowLine::title, RowLine::state)
                .containsExactly(tuple(id, "North", RowState.CURRENT));
        assertThat(registers.show(places.county(), id).history()).hasSize(1);
    }

    @Test
    void hasOneOfAKindInAPlace() {
        registers.herdIn(places.east(), keeper, herd("North"));

        assertThatThrownBy(() -> registers.herdIn(places.east(), keeper, herd("North")))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining("twice");
    }

    @Test
    void namesNobodyOutsideTheJurisdiction() {
        var stranger = registers.person(places.west(), "Bob");

        assertThatThrownBy(() -> registers.herdIn(places.east(), stranger, herd("North")))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void keepsWhatItSaidBefore() {
        var id = registers.herdIn(places.east(), keeper, herd("North", "phone", "13800001234"));
        correct(id, 0, herd("North", "heads", "55"), "Counted again");

        var row = registers.show(places.east(), id);
        assertThat(row.cells().get("heads")).isEqualTo("55");
        assertThat(row.cells().get("phone")).isEqualTo("13800001234");
        assertThat(row.history())
                .extracting(RowView.Change::what, change -> change.cells().get("heads"), RowView.Change::reason)
                .containsExactly(tuple("CORRECTED", "55", "Counted again"), tuple("ENTERED", "40", ""));
        assertThatThrownBy(() -> correct(id, 0, herd("South"), "Late")).isInstanceOf(RowStale.class);
        assertThatThrownBy(() -> correct(id, row.version(), herd("North"), " ")).isInstanceOf(RowRefused.class);
    }

    @Test
    void endsAndIsTakenUpAgainAndIsNeverGone() {
        var id = registers.herdIn(places.east(), keeper, herd("North", "since", "2026-01-01"));
        registers.run(
                places.east(),
                () -> service.end(current.jurisdiction(), current.actor(), id, 0, LocalDate.of(2026, 11, 1), "Sold"));

        assertThat(registers.list(places.east(), HERD, RowFilter.CURRENT)).isEmpty();
        assertThat(registers.show(places.east(), id).state()).isEqualTo(RowState.ENDED);
        registers.run(places.east(), () -> service.resume(current.jurisdiction(), current.actor(), id, 1, "Came back"));
        assertThat(registers.show(places.east(), id).state()).isEqualTo(RowState.CURRENT);
        registers.run(
                places.east(), () -> service.declareVoid(current.jurisdiction(), current.actor(), id, 2, "A mistake"));
        assertThat(registers.show(places.east(), id).state()).isEqualTo(RowState.VOIDED);
        assertThatThrownBy(() -> correct(id, 3, herd("South"), "Late")).isInstanceOf(RowRefused.class);
    }

    @Test
    void isWrittenByTheLevelsItSays() {
        assertThatThrownBy(() -> registers.at(
                        places.county(),
                        () -> service.enter(
                                current.jurisdiction(),
                                current.actor(),
                                new EnterRow(RowId.next(), HERD, places.east(), null, herd("N"), Map.of()),
                                List.of())))
                .isInstanceOf(RowRefused.class)
                .hasMessageContaining("not-yours");
    }

    @Test
    void isReadByTheLevelsItSays() {
        registers.run(
                places.county(),
                () -> service.takeOver(
                        current.jurisdiction(),
                        current.actor(),
                        List.of(PastRow.of(
                                RowId.next(), "test.secret", places.east(), Cells.of(Map.of("what", "Hush"))))));

        assertThat(registers.list(places.county(), "test.secret", RowFilter.CURRENT))
                .hasSize(1);
        assertThatThrownBy(() -> registers.list(places.east(), "test.secret", RowFilter.CURRENT))
                .isInstanceOf(RegisterNotFound.class);
    }

    @Test
    void theFenceKnowsWhoReadsARegister() {
        registers.run(
                places.county(),
                () -> service.takeOver(
                        current.jurisdiction(),
                        current.actor(),
                        List.of(PastRow.of(
                                RowId.next(), "test.secret", places.east(), Cells.of(Map.of("what", "Hush"))))));

        for (var table : List.of("register_row", "register_row_edition")) {
            assertThat(seen(places.east(), table)).as(table).isZero();
            assertThat(seen(places.township(), table)).as(table).isZero();
            assertThat(seen(places.county(), table)).as(table).isEqualTo(1);
        }
        assertThat(monthly(places.county(), RegisterMonth.ENTERED)).isEqualTo("0");
    }

    @Test
    void theTrailOfARowIsReadByThoseWhoReadTheRow() {
        registers.run(
                places.county(),
                () -> service.enter(
                        current.jurisdiction(),
                        current.actor(),
                        new EnterRow(
                                RowId.next(), "test.secret", places.east(), null, Map.of("what", "Hush"), Map.of()),
                        List.of()));

        assertThat(seen(places.county(), "audit_entry")).isPositive();
        assertThat(seen(places.east(), "audit_entry")).isZero();
    }

    @Test
    void aMonthSaysWhatWasEnteredIsDueAndIsLate() {
        registers.herdIn(places.east(), keeper, herd("North", "since", "2026-01-05", "until", "2026-11-20"));
        var south = registers.herdIn(places.east(), keeper, herd("South", "since", "2026-02-01"));

        assertThat(monthly(places.east(), RegisterMonth.ENTERED)).isEqualTo("2");
        assertThat(monthly(places.east(), RegisterMonth.CURRENT)).isEqualTo("1");
        // North ends, and two herds are asked for when it has ended
        assertThat(monthly(places.east(), RegisterMonth.DUE)).isEqualTo("2");
        // nobody has visited South since April
        assertThat(monthly(places.east(), RegisterMonth.OVERDUE)).isEqualTo("1");

        registers.visitOf(places.east(), south, "2026-11-02");
        assertThat(monthly(places.east(), RegisterMonth.OVERDUE)).isEqualTo("0");
        assertThat(monthly(places.east(), RegisterMonth.ENTERED)).isEqualTo("3");
        assertThat(monthly(places.west(), RegisterMonth.ENTERED)).isEqualTo("0");
    }

    private long seen(PlaceCode by, String table) {
        return registers.at(
                by,
                () -> Objects.requireNonNull(transaction.execute(status -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())));
    }

    private String monthly(PlaceCode by, String code) {
        return registers.at(by, () -> Objects.requireNonNull(Objects.requireNonNull(
                                metrics.values(current.jurisdiction(), by, YearMonth.of(2026, 11), List.of(code))
                                        .get(code))
                        .number())
                .toPlainString());
    }

    @Test
    void isFoundByThePersonItNames() {
        var id = registers.herdIn(places.east(), keeper, herd("North"));

        assertThat(registers.at(places.east(), () -> queries.ofPerson(current.jurisdiction(), keeper)))
                .extracting(RegisterQueries.PersonLine::register, RegisterQueries.PersonLine::id)
                .containsExactly(tuple("Herds", id));
        assertThat(registers.at(places.west(), () -> queries.ofPerson(current.jurisdiction(), keeper)))
                .isEmpty();
    }

    @Test
    void addsUpAlongTheTree() {
        registers.herdIn(places.east(), keeper, herd("North"));
        registers.herdIn(places.east(), keeper, herd("South", "heads", "2", "value", "10.50"));
        registers.herdIn(places.west(), registers.person(places.west(), "Bob"), herd("North", "heads", "8"));

        var totals = registers.at(
                places.township(), () -> queries.totals(current.jurisdiction(), Definitions.HERD, RowFilter.CURRENT));
        assertThat(totals)
                .extracting(RegisterQueries.TotalLine::place, RegisterQueries.TotalLine::rows, line -> line.sums()
                        .get(0)
                        .intValue())
                .containsExactly(tuple(places.east(), 2L, 42), tuple(places.west(), 1L, 8));
    }

    @Test
    void warnsNobodyBeforeTheCountyKeepsTheRegister() {
        assertThat(registers.at(places.county(), () -> queries.gaps(current.jurisdiction(), Definitions.HERD)))
                .hasSize(2);
        assertThat(found(gaps, places.county())).isEmpty();
    }

    @Test
    void tellsWhereTooFewAre() {
        registers.herdIn(places.east(), keeper, herd("North"));
        registers.herdIn(places.east(), keeper, herd("South"));

        assertThat(registers.at(places.county(), () -> queries.gaps(current.jurisdiction(), Definitions.HERD)))
                .extracting(RegisterGap::place, RegisterGap::rows)
                .containsExactly(tuple(places.west(), 0L));
        assertThat(found(gaps, places.county())).hasSize(1).first().asString().contains("West Village");
    }

    @Test
    void remindsOfItsEndAndOfItsLog() {
        var id = registers.herdIn(places.east(), keeper, herd("North", "since", "2026-02-01", "until", "2026-12-10"));
        registers.herdIn(places.east(), keeper, herd("South", "since", "2026-11-01", "until", "2027-06-30"));

        assertThat(found(endings, places.county()))
                .singleElement()
                .extracting(io.qiangcun.core.warning.Finding::dueOn)
                .isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(found(followUps, places.county()))
                .singleElement()
                .extracting(io.qiangcun.core.warning.Finding::dueOn)
                .isEqualTo(LocalDate.of(2026, 4, 2));
        registers.visitOf(places.east(), id, "2026-11-02");
        assertThat(found(followUps, places.county())).isEmpty();
        assertThat(registers.list(places.east(), VISIT, RowFilter.of(id))).hasSize(1);
        assertThat(registers.show(places.east(), id).children().values())
                .first()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void isAFigureOfTheMonth() {
        registers.herdIn(places.east(), keeper, herd("North", "since", "2026-01-05", "until", "2026-10-15"));
        registers.herdIn(places.east(), keeper, herd("South", "since", "2026-09-01", "soldOn", "2026-11-01"));
        var codes = List.of(
                "test.herd-rows",
                "test.herd-sum-heads",
                "test.herd-two-share",
                "test.herd-sold-share",
                "test.herd-visit-rows");

        var september = values(YearMonth.of(2026, 9), codes);
        var november = values(YearMonth.of(2026, 11), codes);
        assertThat(september).isEqualTo("2 80 100 50 0");
        assertThat(november).isEqualTo("1 40 0 50 0");
    }

    private String values(YearMonth month, List<String> codes) {
        var values =
                registers.at(places.east(), () -> metrics.values(current.jurisdiction(), places.east(), month, codes));
        return codes.stream()
                .map(code -> Objects.requireNonNull(
                                Objects.requireNonNull(values.get(code)).number())
                        .toPlainString())
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private List<io.qiangcun.core.warning.Finding> found(io.qiangcun.core.warning.WarningRule rule, PlaceCode place) {
        var within = Jurisdiction.within(place);
        try (var scope = Scope.as(within)) {
            return rule.findings(within, TestClock.TODAY).toList();
        }
    }

    private void correct(RowId id, long version, Map<String, String> typed, String reason) {
        registers.run(
                places.east(),
                () -> service.correct(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        version,
                        typed,
                        Map.of("keeper", keeper.toString()),
                        reason,
                        List.of()));
    }
}
