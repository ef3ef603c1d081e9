package io.qiangcun.core.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.dashboard.Todos;
import io.qiangcun.core.dashboard.Todos.Todo;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;

@ApplicationTest
class WarningServiceTests {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final LocalDate DUE = LocalDate.of(2026, 11, 13);
    private static final String ROOF = "School";

    @Autowired
    WarningFixtures warnings;

    @Autowired
    WarningService service;

    @Autowired
    WarningQueries queries;

    @Autowired
    Todos todos;

    @Autowired
    CurrentAccount account;

    private PlaceFixtures places;
    private WarningId id;

    @BeforeEach
    void aWarningInTheEast() {
        places = warnings.county();
        warnings.leak(places.east(), ROOF, DUE);
        warnings.sweep(places.county(), TODAY);
        id = warnings.warning(places.east(), ROOF).id();
    }

    @Test
    void isSeenWhenThePlaceItIsAboutOpensIt() {
        as(places.township(), () -> service.see(within(places.township()), id, account.actor()));
        assertThat(status()).isEqualTo(WarningStatus.FOUND);

        as(places.east(), () -> service.see(within(places.east()), id, account.actor()));
        as(places.east(), () -> service.see(within(places.east()), id, account.actor()));

        assertThat(status()).isEqualTo(WarningStatus.SEEN);
        assertThat(kinds()).containsExactly(ActionKind.FOUND, ActionKind.SEEN);
    }

    @Test
    void isTakenInHandWithAnExpectedDay() {
        inHand(TODAY.plusDays(3));

        assertThat(warnings.warning(places.east(), ROOF))
                .returns(WarningStatus.IN_HAND, WarningRow::status)
                .returns(TODAY.plusDays(3), WarningRow::expectedOn);
        assertThatExceptionOfType(WarningActionRefused.class)
                .isThrownBy(() -> inHand(TODAY.minusDays(1)))
                .returns("expectedOn", WarningActionRefused::field);
    }

    @Test
    void isUrgedFromAboveOnceForEachBatch() {
        var batch = UUID.randomUUID();

        assertThat(urge(places.township(), "请尽快", batch)).isEqualTo(1);
        assertThat(urge(places.township(), "请尽快", batch)).isZero();
        assertThat(urge(places.county(), "再催一次", UUID.randomUUID())).isEqualTo(1);

        assertThat(warnings.warning(places.east(), ROOF))
                .returns(WarningStatus.URGED, WarningRow::status)
                .returns(2, WarningRow::urges)
                .returns("再催一次", WarningRow::urgeNote);
    }

    @Test
    void staysInHandWhenUrged() {
        inHand(TODAY.plusDays(3));
        urge(places.township(), "请尽快", UUID.randomUUID());

        assertThat(status()).isEqualTo(WarningStatus.IN_HAND);
    }

    @Test
    void isUrgedTogetherWithManyOthers() throws Exception {
        IntStream.range(0, 199).forEach(i -> warnings.leak(places.west(), "Roof " + i, DUE));
        warnings.sweep(places.county(), TODAY);
        var ids = warnings.open(places.township()).stream().map(WarningRow::id).toList();

        var urged = warnings.at(
                places.township(),
                () -> service.urge(within(places.township()), ids, "请本周内完成", UUID.randomUUID(), account.actor()));

        assertThat(urged).isEqualTo(200);
        assertThat(warnings.open(places.west())).hasSize(199).allMatch(row -> "请本周内完成".equals(row.urgeNote()));
    }

    @Test
    void isNotUrgedByItsOwnPlaceNorFromOutside() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> urge(places.east(), "请尽快", UUID.randomUUID()));
        assertThat(urge(warnings.county().township(), "请尽快", UUID.randomUUID())).isZero();
        assertThat(status()).isEqualTo(WarningStatus.FOUND);
    }

    @Test
    void vanishesWhenItsAppealIsUpheld() {
        appeal("已于10月30日召开，系统未录入");
        assertThat(todos(places.township()))
                .contains(new Todo("core.warning.todo.appeals", 1, "/core/warnings?appealed=true", Urgency.WAITING));

        decide(places.township(), true);

        assertThat(warnings.open(places.county())).isEmpty();
        assertThat(warnings.list(
                        places.county(), new WarningFilter(null, null, null, null, null, false, true, false, null)))
                .isEmpty();
        assertThat(warnings.show(places.east(), id).row().status()).isEqualTo(WarningStatus.OVERTURNED);
    }

    @Test
    void staysWhenItsAppealIsDismissedAndIsNotAppealedTwice() {
        appeal("不属于本村");
        decide(places.township(), false);

        assertThat(warnings.warning(places.east(), ROOF).appeal()).isEqualTo(Appeal.DISMISSED);
        assertThatExceptionOfType(WarningActionRefused.class)
                .isThrownBy(() -> appeal("不属于本村"))
                .returns("core.warning.refused.appealed-before", WarningActionRefused::messageKey);
    }

    @Test
    void isNotJudgedByTheOneItIsAbout() {
        warnings.leak(places.township(), ROOF, DUE);
        warnings.sweep(places.county(), TODAY);
        var own = warnings.warning(places.township(), ROOF).id();
        as(places.township(), () -> service.appeal(within(places.township()), own, "不成立", account.actor()));

        assertThatExceptionOfType(WarningActionRefused.class)
                .isThrownBy(() -> as(
                        places.township(),
                        () -> service.decide(within(places.township()), own, true, "成立", account.actor())))
                .returns("core.warning.refused.your-own", WarningActionRefused::messageKey);
        as(places.county(), () -> service.decide(within(places.county()), own, true, "成立", account.actor()));
    }

    @Test
    void doesNotExistOutsideTheJurisdiction() {
        assertThatExceptionOfType(WarningNotFound.class)
                .isThrownBy(() -> as(
                        places.west(),
                        () -> service.takeInHand(within(places.west()), id, TODAY, "", account.actor())));
        assertThatExceptionOfType(WarningNotFound.class).isThrownBy(() -> warnings.show(places.west(), id));
    }

    @Test
    void remembersWhoDidWhat() {
        urge(places.township(), "请尽快", UUID.randomUUID());

        assertThat(warnings.show(places.east(), id).history())
                .last()
                .returns("Post at " + places.township(), WarningDetail.Action::post)
                .returns("Holder at " + places.township(), WarningDetail.Action::holder)
                .returns("请尽快", WarningDetail.Action::note);
    }

    @Test
    void isListedWithTwoStatementsHoweverManyThereAre() throws Exception {
        IntStream.range(0, 60).forEach(i -> warnings.leak(places.west(), "Roof " + i, DUE));
        warnings.sweep(places.county(), TODAY);

        var statements = warnings.at(
                places.township(),
                () -> statementsOf(
                        () -> queries.list(within(places.township()), WarningFilter.open(), PageRequest.of(0, 50))));

        assertThat(statements).hasSize(2);
    }

    private static List<String> statementsOf(StatementCounter.Work work) {
        try {
            return StatementCounter.statementsOf(work);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private WarningStatus status() {
        return warnings.warning(places.east(), ROOF).status();
    }

    private List<ActionKind> kinds() {
        return warnings.show(places.east(), id).history().stream()
                .map(WarningDetail.Action::kind)
                .toList();
    }

    private List<Todo> todos(PlaceCode place) {
        return warnings.at(place, () -> todos.of(within(place), account.actor(), TestClock.TODAY));
    }

    private void inHand(LocalDate expected) {
        as(places.east(), () -> service.takeInHand(within(places.east()), id, expected, "已安排", account.actor()));
    }

    private int urge(PlaceCode by, String note, UUID batch) {
        return warnings.at(by, () -> service.urge(within(by), List.of(id), note, batch, account.actor()));
    }

    private void appeal(String reason) {
        as(places.east(), () -> service.appeal(within(places.east()), id, reason, account.actor()));
    }

    private void decide(PlaceCode by, boolean upheld) {
        as(by, () -> service.decide(within(by), id, upheld, "经核实", account.actor()));
    }

    private void as(PlaceCode place, Runnable work) {
        warnings.at(place, () -> {
            work.run();
            return id;
        });
    }

    private static Jurisdiction within(PlaceCode place) {
        return Jurisdiction.within(place);
    }
}
