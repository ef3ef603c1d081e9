package io.qiangcun.core.duty;

import static io.qiangcun.core.duty.DutyFixtures.COMMITTEE_MEETING;
import static io.qiangcun.core.duty.DutyFixtures.MONTHLY_REPORT;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties from the rule to the record, on a real database. Today is 16 November 2026. */
@ApplicationTest
class DutyEngineTests {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static final Predicate<String> WRITES_DUTIES = sql -> sql.contains("insert into duty (");

    @Autowired
    DutyFixtures duties;

    @Autowired
    DutyService service;

    @Autowired
    DutyQueries queries;

    @Autowired
    CurrentAccount account;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    private PlaceFixtures places;
    private DutySubject branch;

    @BeforeEach
    void aBranchWithACommittee() {
        places = duties.county();
        branch = duties.branchWithCommittee(places.east());
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void oweWhatTheRulesDemandOnce() {
        assertThat(duties.generate(places.county()).added()).isPositive();
        assertThat(duties.generate(places.county()))
                .returns(0, DutiesGenerated::added)
                .returns(0, DutiesGenerated::archived);

        assertThat(duties.dutiesOf(branch))
                .extracting(DutyRow::dueOn)
                .startsWith(LocalDate.of(2026, 1, 31))
                .hasSize(12);
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.OVERDUE);
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.OPEN);
        assertThat(duties.duty(branch, YearMonth.of(2026, 12)).state()).isEqualTo(DutyState.UPCOMING);
    }

    @Test
    void areWrittenAgainOnlyWhenSomethingHasChanged() throws Exception {
        duties.keep(places.county());
        assertThat(statementsOf(() -> duties.keep(places.county()))).noneMatch(WRITES_DUTIES);

        var another = duties.branchWithCommittee(places.west());
        assertThat(statementsOf(() -> duties.keep(places.county()))).anyMatch(WRITES_DUTIES);
        assertThat(duties.dutiesOf(another)).isNotEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(statementsOf(() -> duties.keep(places.county()))).anyMatch(WRITES_DUTIES);
    }

    @Test
    void becomeDueSoonSoManyWorkingDaysBefore() {
        duties.generate(places.county());

        clock.set(LocalDate.of(2026, 11, 24));
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.OPEN);
        clock.set(LocalDate.of(2026, 11, 25));
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.DUE_SOON);
        clock.set(LocalDate.of(2026, 11, 30));
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.DUE_SOON);
        clock.set(LocalDate.of(2026, 12, 1));
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.OVERDUE);
    }

    @Test
    void areNotOwedBeforeASubjectExistsNorAfterItHasGone() {
        duties.change(branch, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 11, 20));

        duties.generate(places.county());

        assertThat(duties.dutiesOf(branch))
                .extracting(DutyRow::dueOn)
                .startsWith(LocalDate.of(2026, 4, 30))
                .endsWith(LocalDate.of(2026, 10, 31));
    }

    @Test
    void areArchivedWhenNoLongerOwed() {
        duties.generate(places.county());
        duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 9, 8)));
        duties.change(branch, LocalDate.of(2020, 1, 1), LocalDate.of(2026, 9, 15));

        var generated = duties.generate(places.county(), TestClock.TODAY, TestClock.TODAY.plusYears(1));

        assertThat(generated.archived())
                .as("October to December; what is done stays")
                .isEqualTo(3);
        assertThat(duties.dutiesOf(branch)).hasSize(9);
        duties.change(branch, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1));
        assertThat(duties.generate(places.county()).added()).isEqualTo(3);
    }

    @Test
    void areFulfilledByTheRecordInItsOwnTransaction() {
        duties.generate(places.county());

        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 11, 10)));

        assertThat(duties.duty(branch, NOVEMBER))
                .returns(DutyState.DONE, DutyRow::state)
                .returns(LocalDate.of(2026, 11, 10), DutyRow::fulfilledOn)
                .returns(meeting.recordHref(), DutyRow::recordHref)
                .returns(null, DutyRow::remedyHref);
        assertThat(duties.duty(branch, OCTOBER))
                .returns(DutyState.OVERDUE, DutyRow::state)
                .satisfies(october ->
                        assertThat(october.remedyHref()).isEqualTo("/test/meetings/new?duty=" + october.id()));
    }

    @Test
    void countTheFirstOfSeveralRecordsAndTheNextWhenItGoes() {
        duties.generate(places.county());
        var second = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 11, 12)));
        var first = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 11, 10)));

        assertThat(duties.duty(branch, NOVEMBER).recordHref()).isEqualTo(first.recordHref());
        duties.announce(new MeetingWithdrawn(first.recordId(), branch.place()));
        assertThat(duties.duty(branch, NOVEMBER).recordHref()).isEqualTo(second.recordHref());
        duties.announce(new MeetingWithdrawn(second.recordId(), branch.place()));
        assertThat(duties.duty(branch, NOVEMBER))
                .returns(DutyState.OPEN, DutyRow::state)
                .returns(null, DutyRow::recordHref);
    }

    @Test
    void followACorrectedRecord() {
        duties.generate(places.county());
        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 11, 2)));

        duties.announce(meeting.correctedTo(LocalDate.of(2026, 10, 30)));

        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.DONE);
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.OPEN);
    }

    @Test
    void areDoneLateByARecordThatMakesUpForThem() {
        duties.generate(places.county());
        var october = duties.duty(branch, OCTOBER);

        duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 11, 5))
                .makingUpFor(october.id()));

        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.DONE_LATE);
        assertThat(duties.duty(branch, NOVEMBER).state())
                .as("one meeting does not count twice")
                .isEqualTo(DutyState.OPEN);
    }

    @Test
    void areNotMadeUpForByAnothersRecord() {
        duties.generate(places.county());
        var other = duties.branchWithCommittee(places.east());
        duties.generate(places.county());
        var october = duties.duty(branch, OCTOBER);

        assertThatExceptionOfType(NotTheDutyOfRecord.class)
                .isThrownBy(() -> duties.announce(MeetingHeld.by(other, COMMITTEE_MEETING, LocalDate.of(2026, 11, 5))
                        .makingUpFor(october.id())));
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.OVERDUE);
    }

    @Test
    void findRecordsThatWereThereBeforeThem() {
        duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 9, 8)));

        duties.generate(places.county());

        assertThat(duties.duty(branch, SEPTEMBER).state()).isEqualTo(DutyState.DONE);
    }

    @Test
    void letAReportBeDoneAfterItsMonthOnly() {
        var place = duties.subject(places.west(), "core.reporting-place");
        duties.generate(places.county());
        var report = duties.dutiesOf(place).stream()
                .filter(duty -> YearMonth.from(duty.period().from()).equals(NOVEMBER))
                .findFirst()
                .orElseThrow();
        assertThat(report)
                .returns(DutyState.UPCOMING, DutyRow::state)
                .returns(LocalDate.of(2026, 12, 1), DutyRow::opensOn)
                .returns(LocalDate.of(2026, 12, 7), DutyRow::dueOn);

        clock.set(LocalDate.of(2026, 12, 8));
        duties.announce(
                MeetingHeld.by(place, MONTHLY_REPORT, LocalDate.of(2026, 12, 8)).about(LocalDate.of(2026, 11, 30)));

        assertThat(duties.dutiesOf(place))
                .filteredOn(duty -> duty.id().equals(report.id()))
                .extracting(DutyRow::state)
                .containsExactly(DutyState.DONE_LATE);
    }

    @Test
    void areWaivedFromAboveUntilTheExpiry() {
        duties.generate(places.county());
        var october = duties.duty(branch, OCTOBER);
        var before = counts(OCTOBER);
        var waiver = new WaiverId(UUID.randomUUID());

        waive(places.township(), october, new WaiveDuty(waiver, "汛期救灾", LocalDate.of(2026, 11, 30)));

        assertThat(duties.duty(branch, SEPTEMBER).state()).isEqualTo(DutyState.OVERDUE);
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.WAIVED);
        assertThat(duties.duty(branch, NOVEMBER).state()).isEqualTo(DutyState.WAIVED);
        assertThat(duties.duty(branch, YearMonth.of(2026, 12)).state()).isEqualTo(DutyState.UPCOMING);
        assertThat(counts(OCTOBER)).isEqualTo(new DutyCounts(before.due() - 1, 0, 0, before.overdue() - 1, 1));

        duties.at(places.township(), () -> {
            service.withdraw(Jurisdiction.within(places.township()), waiver, "已恢复", actor());
            return waiver;
        });
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.OVERDUE);
        assertThat(counts(OCTOBER)).isEqualTo(before);
    }

    @Test
    void areNotWaivedByTheOneWhoOwesThem() {
        var township = duties.branchWithCommittee(places.township());
        duties.generate(places.county());
        var october = duties.duty(township, OCTOBER);
        var command = new WaiveDuty(new WaiverId(UUID.randomUUID()), "汛期救灾", LocalDate.of(2026, 11, 30));

        assertThatExceptionOfType(WaiverRefused.class)
                .isThrownBy(() -> waive(places.township(), october, command))
                .returns("core.duty.waiver.refused.own", WaiverRefused::messageKey);
        waive(places.county(), october, command);

        assertThat(duties.duty(township, OCTOBER).state()).isEqualTo(DutyState.WAIVED);
    }

    @Test
    void needAReasonAndAnExpiryThatCoversThem() {
        duties.generate(places.county());
        var october = duties.duty(branch, OCTOBER);
        var waiver = new WaiverId(UUID.randomUUID());

        assertThatExceptionOfType(WaiverRefused.class)
                .isThrownBy(
                        () -> waive(places.township(), october, new WaiveDuty(waiver, " ", LocalDate.of(2026, 11, 30))))
                .returns("reason", WaiverRefused::field);
        assertThatExceptionOfType(WaiverRefused.class)
                .isThrownBy(
                        () -> waive(places.township(), october, new WaiveDuty(waiver, "汛期", LocalDate.of(2026, 10, 1))))
                .returns("expiresOn", WaiverRefused::field);
    }

    @Test
    void areNotShownOutsideTheJurisdiction() {
        duties.generate(places.county());
        var october = duties.duty(branch, OCTOBER);

        assertThatExceptionOfType(DutyNotFound.class)
                .isThrownBy(() ->
                        duties.at(places.west(), () -> queries.show(Jurisdiction.within(places.west()), october.id())));
        assertThatExceptionOfType(DutyNotFound.class)
                .as("row security holds although the jurisdiction lies")
                .isThrownBy(() -> duties.at(
                        places.west(), () -> queries.show(Jurisdiction.within(places.county()), october.id())));
    }

    @Test
    void takeAStricterOverlayOfTheCountyAndRefuseALooserOne() {
        duties.subject(places.east(), "test.branch");
        insertOverlay(places.county(), "MONTHLY", 0);

        duties.generate(places.county());

        assertThat(count("test.members-meeting", places.county())).isEqualTo(12);
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> insertOverlay(places.township(), "YEARLY", 0))
                .withMessageContaining("looser");
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> insertOverlay(places.township(), "QUARTERLY", 3))
                .withMessageContaining("looser");
    }

    private void insertOverlay(PlaceCode within, String recurrence, int workingDays) {
        duties.at(
                within,
                () -> duties.inTransaction(() -> database.sql("""
                insert into duty_rule (code, within, valid_from, title, trait, record_kind, recurrence, done,
                  due_working_days, remind_working_days, basis_kind, basis_source, basis_article, basis_text)
                values ('test.members-meeting', :within, date '2025-01-01', '支部党员大会', 'test.branch',
                  'TEST_MEMBERS_MEETING', :recurrence, 'WITHIN_PERIOD', :days, 5, 'LOCAL', '县里的规定', '', '每月一次')
                """)
                        .param("within", within.value())
                        .param("recurrence", recurrence)
                        .param("days", workingDays)
                        .update()));
    }

    private int count(String rule, PlaceCode place) {
        return duties.at(
                place,
                () -> duties.inTransaction(() -> database.sql(
                                "select count(*) from duty where rule_code = :rule and archived_at is null and place_code >= :lo and place_code < :hi")
                        .param("rule", rule)
                        .param("lo", place.lo())
                        .param("hi", place.hi())
                        .query(Integer.class)
                        .single()));
    }

    private void waive(PlaceCode by, DutyRow duty, WaiveDuty command) {
        duties.at(by, () -> {
            service.waive(Jurisdiction.within(by), duty.id(), command, actor());
            return duty;
        });
    }

    private Actor actor() {
        return account.actor();
    }

    private DutyCounts counts(YearMonth month) {
        return duties.at(places.township(), () -> queries.counts(Jurisdiction.within(places.township()), month));
    }
}
