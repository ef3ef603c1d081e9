package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.dashboard.Todos;
import io.qiangcun.core.dashboard.Todos.Todo;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.party.member.EnrolMember;
import io.qiangcun.party.member.EnrolledBefore;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.recruiting.RecruitingQueries;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One young member in two years: warned of before it is due, on the desk, and counted. */
@ApplicationTest
class YoungMemberTests {

    private static final String OWN = "core.warning.todo.own";

    @Autowired
    Walk walk;

    @Autowired
    MemberService members;

    @Autowired
    RecruitingQueries recruiting;

    @Autowired
    WarningSweep sweep;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Metrics metrics;

    @Autowired
    Todos todos;

    @Autowired
    TestClock clock;

    private PlaceCode village;

    @BeforeEach
    void aBranch() {
        village = walk.county().east();
        walk.branch(village);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aVillageWithoutOneIsWarnedAndTheNextOneClearsIt() {
        enrolled("First", LocalDate.of(1998, 3, 1), LocalDate.of(2024, 11, 20));
        assertThat(owed(LocalDate.of(2026, 8, 1))).as("long before it is due").isEmpty();
        assertThat(owed(LocalDate.of(2026, 11, 9)))
                .as("reminded before it is due")
                .extracting(Todo::messageKey)
                .contains(OWN);
        assertThat(without()).as("two years are not over").isEmpty();

        assertThat(owed(LocalDate.of(2026, 11, 23)))
                .extracting(Todo::messageKey)
                .contains(OWN);
        assertThat(without()).containsExactly(LocalDate.of(2026, 11, 20));
        enrolled("Elder", LocalDate.of(1975, 3, 1), LocalDate.of(2026, 11, 21));
        assertThat(owed(LocalDate.of(2026, 11, 24))).as("one who is not young").isNotEmpty();
        enrolled("Second", LocalDate.of(2001, 3, 1), LocalDate.of(2026, 11, 23));
        assertThat(owed(LocalDate.of(2026, 11, 25))).isEmpty();
    }

    @Test
    void theYoungOnesAreCountedByTheirAgeWhenTheyJoined() {
        enrolled("Thirty-five", LocalDate.of(1990, 11, 3), LocalDate.of(2026, 11, 2));
        enrolled("Thirty-six", LocalDate.of(1990, 11, 2), LocalDate.of(2026, 11, 2));
        clock.set(LocalDate.of(2026, 11, 16));

        var values = walk.at(
                village,
                () -> metrics.values(
                        Jurisdiction.within(village),
                        village,
                        YearMonth.of(2026, 11),
                        List.of("party.recruited", "party.recruited-young", "party.recruited-young-share")));
        assertThat(value(values, "party.recruited")).isEqualByComparingTo("2");
        assertThat(value(values, "party.recruited-young")).isEqualByComparingTo("1");
        assertThat(value(values, "party.recruited-young-share")).isEqualByComparingTo("50");
    }

    private static BigDecimal value(Map<String, MetricValue> values, String code) {
        return Objects.requireNonNull(Objects.requireNonNull(values.get(code)).number());
    }

    private List<LocalDate> without() {
        return walk.at(village, () -> recruiting.withoutYoung(walk.jurisdiction())).stream()
                .map(row -> row.dueOn())
                .toList();
    }

    /** What waits on the desk of the village after the night before the day. */
    private List<Todo> owed(LocalDate on) {
        clock.set(on);
        return walk.at(village, () -> {
            transactions.executeWithoutResult(any -> sweep.sweepNow("party.no-young-member", walk.jurisdiction(), on));
            return todos.of(walk.jurisdiction(), walk.actor(), on).stream()
                    .filter(todo -> todo.messageKey().equals(OWN))
                    .toList();
        });
    }

    private void enrolled(String name, LocalDate born, LocalDate joined) {
        walk.born(village, name, born);
        walk.at(village, () -> {
            var command = new EnrolMember(
                    MemberId.next(),
                    walk.person(village, name),
                    walk.branch(village),
                    Standing.PROBATIONARY,
                    joined,
                    null);
            members.enrolAll(
                    walk.jurisdiction(), Actor.system(), List.of(new EnrolledBefore(command, village, null, null)));
            return command;
        });
    }
}
