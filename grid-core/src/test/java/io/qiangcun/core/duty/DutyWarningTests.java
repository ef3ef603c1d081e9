package io.qiangcun.core.duty;

import static io.qiangcun.core.duty.DutyFixtures.COMMITTEE_MEETING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.Todos;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.WarningDetail;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRow;
import io.qiangcun.core.warning.WarningService;
import io.qiangcun.core.warning.WarningStatus;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** The whole way: a duty is not done, a warning rises, the record arrives, the warning is gone. */
@ApplicationTest
class DutyWarningTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Autowired
    DutyFixtures duties;

    @Autowired
    DutyService dutyService;

    @Autowired
    WarningSweep sweep;

    @Autowired
    WarningQueries warnings;

    @Autowired
    WarningService warningService;

    @Autowired
    Metrics metrics;

    @Autowired
    CurrentAccount account;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;
    private DutySubject branch;

    @BeforeEach
    void anOctoberWithoutACommitteeMeeting() {
        places = duties.county();
        branch = duties.branchWithCommittee(places.east());
        duties.generate(places.county(), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aMissingMeetingRisesDayByDayUntilItIsRecorded() {
        var story = new ArrayList<String>();
        LocalDate.of(2026, 10, 26).datesUntil(LocalDate.of(2026, 11, 11)).forEach(day -> {
            clock.set(day);
            sweep();
            open().forEach(row -> {
                var line = row.level() + " " + row.holderLevel();
                if (story.isEmpty() || !story.get(story.size() - 1).endsWith(line)) {
                    story.add(day + " " + line);
                }
            });
        });
        assertThat(story)
                .containsExactly("2026-10-28 BLUE VILLAGE", "2026-11-02 YELLOW TOWNSHIP", "2026-11-09 ORANGE TOWNSHIP");
        var warning = open().get(0);

        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29)));

        assertThat(open()).isEmpty();
        assertThat(show(warning))
                .returns(meeting.recordId(), WarningDetail::clearedById)
                .returns(meeting.recordHref(), WarningDetail::clearedByHref)
                .extracting(detail -> detail.row().status())
                .isEqualTo(WarningStatus.CLEARED);
        sweep();
        assertThat(open()).isEmpty();
    }

    @Test
    void aWarningSaysWhoOwesWhatAndWhereToRecordIt() {
        sweep();

        var warning = show(open().get(0));

        assertThat(warning.row().title()).containsExactly(branch.name(), "2026年10月", "支部委员会会议");
        assertThat(warning.basis().source()).isEqualTo("《测试条例》");
        assertThat(warning.remedyHref())
                .isEqualTo("/test/meetings/new?duty="
                        + duties.duty(branch, OCTOBER).id());
        assertThat(warning.facts()).extracting("value").contains(branch.name(), "2026年10月", "2026-10-31", "0");
    }

    @Test
    void neitherRecordNorWarningChangesWhenTheTransactionFails() {
        sweep();

        assertThatIllegalStateException()
                .isThrownBy(() -> duties.at(
                        places.east(),
                        () -> duties.inTransaction(() -> {
                            duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29)));
                            throw new IllegalStateException("The record cannot be saved");
                        })));

        assertThat(open()).hasSize(1);
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.OVERDUE);
    }

    @Test
    void aWithdrawnRecordBringsTheWarningBackAtOnce() {
        sweep();
        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29)));
        assertThat(open()).isEmpty();

        duties.announce(new MeetingWithdrawn(meeting.recordId(), branch.place()));

        assertThat(open())
                .extracting(WarningRow::level, WarningRow::holderLevel)
                .containsExactly(tuple(WarningLevel.RED, HolderLevel.COUNTY));
        var back = open().get(0).id();
        sweep();
        assertThat(open())
                .as("the night finds what stands")
                .extracting(WarningRow::id)
                .containsExactly(back);
    }

    @Test
    void aRecordCorrectedAwayBringsTheWarningBackAtOnce() {
        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29)));
        sweep();
        assertThat(open()).isEmpty();

        var corrected = duties.announce(meeting.correctedTo(LocalDate.of(2026, 11, 2)));
        assertThat(open()).extracting(WarningRow::dueOn).containsExactly(LocalDate.of(2026, 10, 31));

        duties.announce(corrected.correctedTo(LocalDate.of(2026, 10, 30)));
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsOwedAgainButNotDueIsNotWarnedAbout() {
        clock.set(LocalDate.of(2026, 10, 15));
        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 14)));

        duties.announce(new MeetingWithdrawn(meeting.recordId(), branch.place()));

        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.OPEN);
        assertThat(open()).isEmpty();
    }

    @Test
    void aWarningThatComesBackLeavesNoTraceWhenTheTransactionFails() {
        var meeting = duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29)));

        assertThatIllegalStateException()
                .isThrownBy(() -> duties.at(
                        places.east(),
                        () -> duties.inTransaction(() -> {
                            duties.announce(new MeetingWithdrawn(meeting.recordId(), branch.place()));
                            throw new IllegalStateException("The withdrawal cannot be saved");
                        })));

        assertThat(open()).isEmpty();
        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.DONE);
    }

    @Test
    void aWaiverClearsTheWarningAndItsWithdrawalBringsItBackAtOnce() {
        sweep();
        var october = duties.duty(branch, OCTOBER);
        var waiver = new WaiverId(UUID.randomUUID());

        duties.at(places.township(), () -> {
            dutyService.waive(
                    within(places.township()),
                    october.id(),
                    new WaiveDuty(waiver, "汛期救灾", october.dueOn()),
                    account.actor());
            return october;
        });

        assertThat(open()).isEmpty();
        sweep();
        assertThat(open()).isEmpty();

        duties.at(places.township(), () -> {
            dutyService.withdraw(within(places.township()), waiver, "汛期已过", account.actor());
            return october;
        });
        assertThat(open()).extracting(WarningRow::level).containsExactly(WarningLevel.RED);
    }

    @Test
    void statisticsBeforeAndAfterAnAppealDifferExactlyByWhatWasOverturned() {
        sweep();
        var before = numbers();
        var id = open().get(0).id();

        duties.at(places.east(), () -> {
            warningService.appeal(within(places.east()), id, "当月支委会改选，无人可召集", account.actor());
            return id;
        });
        assertThat(numbers()).as("an appeal alone changes nothing").isEqualTo(before);
        duties.at(places.township(), () -> {
            warningService.decide(within(places.township()), id, true, "属实", account.actor());
            return id;
        });

        assertThat(duties.duty(branch, OCTOBER).state()).isEqualTo(DutyState.WAIVED);
        assertThat(numbers())
                .isEqualTo(Map.of(
                        "core.duties-due", 0,
                        "core.duties-overdue", 0,
                        "core.duties-waived", 0,
                        "core.duties-done", 0,
                        "core.duties-on-time", 0,
                        "core.warnings-open", 0,
                        "core.warnings-cleared", 0));
        assertThat(before)
                .containsEntry("core.duties-due", 1)
                .containsEntry("core.duties-overdue", 1)
                .containsEntry("core.warnings-open", 1);
    }

    @Test
    void metricsCountTheMonthInWhichADutyIsDue() {
        duties.hold(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29));
        assertThat(numbers())
                .containsEntry("core.duties-done", 1)
                .containsEntry("core.duties-on-time", 1)
                .containsEntry("core.duties-overdue", 0);

        var other = duties.branchWithCommittee(places.west());
        duties.generate(places.county(), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31));
        duties.announce(MeetingHeld.by(other, COMMITTEE_MEETING, LocalDate.of(2026, 11, 3))
                .makingUpFor(duties.duty(other, OCTOBER).id()));

        assertThat(numbers())
                .containsEntry("core.duties-due", 2)
                .containsEntry("core.duties-done", 2)
                .containsEntry("core.duties-on-time", 1);
        assertThat(value(places.county(), OCTOBER, "core.duty-completion")).isEqualByComparingTo("100");
    }

    @Test
    void theVillageIsToldWhatWaitsAndTheTownshipWhatItHolds(@Autowired Todos todos) {
        clock.set(LocalDate.of(2026, 11, 3));
        sweep();

        assertThat(waiting(todos, places.east()))
                .contains("core.warning.todo.own 2", "core.duty.todo.overdue 1")
                .noneMatch(todo -> todo.startsWith("core.warning.todo.held"));
        assertThat(waiting(todos, places.township())).contains("core.warning.todo.held 1");
        assertThat(waiting(todos, places.west())).doesNotContain("core.duty.todo.overdue 1");
    }

    @Test
    void aRecordIsHeardWithFewStatements() throws Exception {
        sweep();

        var statements = StatementCounter.statementsOf(
                () -> duties.announce(MeetingHeld.by(branch, COMMITTEE_MEETING, LocalDate.of(2026, 10, 29))));

        assertThat(statements.stream().filter(sql -> sql.contains("duty") || sql.contains("warning")))
                .filteredOn(sql -> !sql.contains("audit_entry"))
                .hasSize(4);
    }

    private List<String> waiting(Todos todos, PlaceCode place) {
        return duties.at(place, () -> todos.of(within(place), account.actor(), LocalDate.now(clock)).stream()
                .map(todo -> todo.messageKey() + " " + todo.count())
                .toList());
    }

    private void sweep() {
        duties.at(places.county(), () -> sweep.sweep(within(places.county()), LocalDate.now(clock)));
    }

    /** The branch's warnings; villages that have not reported bring their own. */
    private List<WarningRow> open() {
        return duties.at(
                places.county(),
                () -> warnings.list(within(places.county()), WarningFilter.open(), Pageable.unpaged()).stream()
                        .filter(row -> row.title().contains(branch.name()))
                        .toList());
    }

    private WarningDetail show(WarningRow warning) {
        return duties.at(places.east(), () -> warnings.show(within(places.east()), warning.id()));
    }

    /** The figures of October, without the warnings of other duties. */
    private Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        for (var code : List.of(
                "core.duties-due",
                "core.duties-done",
                "core.duties-on-time",
                "core.duties-overdue",
                "core.duties-waived",
                "core.warnings-cleared")) {
            numbers.put(code, value(places.county(), OCTOBER, code).intValueExact());
        }
        numbers.put("core.warnings-open", open().size());
        return numbers;
    }

    private BigDecimal value(PlaceCode place, YearMonth month, String code) {
        var value = duties.at(place, () -> metrics.live(within(place), place, month, List.of(code)))
                .getOrDefault(code, MetricValue.NOTHING)
                .number();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static Jurisdiction within(PlaceCode place) {
        return Jurisdiction.within(place);
    }
}
