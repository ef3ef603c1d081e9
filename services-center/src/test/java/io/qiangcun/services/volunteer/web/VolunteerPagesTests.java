package io.qiangcun.services.volunteer.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.services.volunteer.TurnRefused;
import io.qiangcun.services.volunteer.Volunteers;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Turns of volunteers on the screen. Today is Monday, 16 November 2026. */
@ApplicationTest
class VolunteerPagesTests {

    private static final String WEEK = "/services/volunteers";

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    RegisterService registers;

    @Autowired
    Volunteers volunteers;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final RowId post = RowId.next();
    private final RowId wednesday = RowId.next();

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        enter(
                post,
                "services.volunteer-post",
                null,
                Map.of("name", "Errands", "duty", "Papers for the old", "since", "2026-01-01"));
        shift(wednesday, "d3", "2");
    }

    @Test
    void aWeekFollowsFromTheShifts() {
        assertThat(get(places.east(), WEEK))
                .bodyText()
                .contains("Errands", "11-18", "还差2人")
                .doesNotContain("11-17");
        assertThat(get(places.east(), WEEK + "?week=2025-12-31")).bodyText().contains("这一周没有班次");
        assertThat(get(places.township(), WEEK))
                .bodyText()
                .contains(WEEK + "?week=2026-11-16&amp;place=" + places.east());
        assertThat(get(places.county(), WEEK))
                .bodyText()
                .contains(WEEK + "?week=2026-11-16&amp;place=" + places.township())
                .doesNotContain(places.east().value());
        assertThat(get(places.township(), WEEK + "?place=" + places.east()))
                .bodyText()
                .contains("Errands");
    }

    @Test
    void aTurnIsTakenOnceByAPersonAndByNoMoreThanItNeeds() {
        person("Sarnai");
        person("Bayar");
        person("Third");
        var form = RowId.next().toString();
        assertThat(take(wednesday, "2026-11-18", form, "Sarnai")).hasStatus3xxRedirection();
        assertThat(take(wednesday, "2026-11-18", form, "Sarnai")).hasStatus3xxRedirection();
        assertThat(take("Sarnai")).hasStatus(422).bodyText().contains("这个人已经认领了这一班");
        assertThat(get(places.east(), WEEK)).bodyText().contains("Sarnai", "还差1人");
        assertThat(take("Bayar")).hasStatus3xxRedirection();
        assertThat(get(places.east(), WEEK)).bodyText().contains("人已齐");
        assertThat(take("Third")).hasStatus(422).bodyText().contains("这一班人已经齐了：", "Sarnai", "Bayar", "value=\"Third\"");
    }

    @Test
    void whoIsMeantIsSaidAtTheField() {
        person("Twin");
        person("Twin");
        assertThat(take("")).hasStatus(422).bodyText().contains("请填写志愿者的姓名");
        assertThat(take("Nobody Such")).hasStatus(422).bodyText().contains("没有找到这个人", "value=\"Nobody Such\"");
        assertThat(take("Twin")).hasStatus(422).bodyText().contains("找到2个人", "1980-05");
    }

    @Test
    void noTurnIsTakenOfADayThatIsOverOrHasNone() {
        person("Sarnai");
        assertThat(take(wednesday, "2026-11-11", RowId.next().toString(), "Sarnai"))
                .hasStatus(422)
                .bodyText()
                .contains("已经过去");
        assertThat(take(wednesday, "2026-11-19", RowId.next().toString(), "Sarnai"))
                .hasStatus(404);
        assertThat(take(post, "2026-11-18", RowId.next().toString(), "Sarnai")).hasStatus(404);
    }

    @Test
    void hoursFollowFromATurnSomebodyCameTo() {
        var today = RowId.next();
        shift(today, "d1", "1");
        person("Sarnai");
        var taken = RowId.next().toString();
        assertThat(take(today, "2026-11-16", taken, "Sarnai")).hasStatus3xxRedirection();
        var page = WEEK + "/turns/" + today;
        assertThat(get(places.east(), page + "?day=2026-11-16")).bodyText().contains("value=\"2.5\"");
        assertThat(send(page + "/came?day=2026-11-16", "taken", taken, "hours", "many"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"many\"");
        assertThat(send(page + "/came?day=2026-11-16", "taken", taken, "hours", "25"))
                .hasStatus(422)
                .bodyText()
                .contains("不超过24小时");
        assertThat(send(page + "/came?day=2026-11-16", "taken", taken, "hours", "2.5"))
                .hasStatus3xxRedirection();
        assertThat(get(places.east(), page + "?day=2026-11-16")).bodyText().contains("到岗 2.5 小时");
        assertThat(get(places.township(), WEEK + "/hours")).bodyText().contains("Sarnai", "2.5");
        assertThat(get(places.township(), WEEK + "/hours/export?year=2026")).hasStatusOk();
        assertThat(send(page + "/came?day=2026-11-16", "taken", taken, "hours", "3"))
                .hasStatus(422)
                .bodyText()
                .contains("已经记了时长");
    }

    @Test
    void nobodyWasThereBeforeTheDay() {
        person("Sarnai");
        var taken = RowId.next().toString();
        take(wednesday, "2026-11-18", taken, "Sarnai");
        assertThat(send(WEEK + "/turns/" + wednesday + "/came?day=2026-11-18", "taken", taken, "hours", "2"))
                .hasStatus(422);
        assertThat(get(places.east(), WEEK + "/hours")).bodyText().contains("还没有记时长");
    }

    @Test
    void whoGivesATurnBackSaysWhyAndThePlaceIsFreeAgain() {
        person("Sarnai");
        var taken = RowId.next().toString();
        take(wednesday, "2026-11-18", taken, "Sarnai");
        var off = WEEK + "/turns/" + wednesday + "/off?day=2026-11-18";
        assertThat(send(off, "taken", taken, "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        assertThat(send(off, "taken", taken, "reason", "Ill")).hasStatus3xxRedirection();
        assertThat(get(places.east(), WEEK)).bodyText().contains("还差2人").doesNotContain("Sarnai");
        assertThat(get(places.east(), "/core/register-rows/" + taken))
                .bodyText()
                .contains("Ill");
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceAtOnceOneIsRefused() throws Exception {
        var single = RowId.next();
        shift(single, "d5", "1");
        var start = new CyclicBarrier(2);
        var both = List.of(person("Sarnai"), person("Bayar"));
        var threads = Executors.newFixedThreadPool(2);
        try {
            var asked = threads.invokeAll(both.stream()
                    .map(one -> (Callable<Boolean>) () -> isRefused(single, one, start))
                    .toList());
            assertThat(List.of(asked.get(0).get(), asked.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(get(places.east(), WEEK)).bodyText().contains("人已齐");
    }

    @Test
    void othersSeeNothingOfIt() {
        var page = WEEK + "/turns/" + wednesday + "?day=2026-11-18";
        assertThat(get(places.east(), page)).hasStatusOk();
        assertThat(get(places.west(), page)).hasStatus(404);
        assertThat(get(places.west(), WEEK)).bodyText().doesNotContain("Errands");
        assertThat(get(places.west(), WEEK + "?place=" + places.east())).hasStatus(404);
        assertThat(get(PlaceFixtures.plantedIn(tree).county(), page)).hasStatus(404);
    }

    @Test
    void aWeekTakesFewStatementsHoweverManyTurnsThereAre() throws Exception {
        for (var day : List.of("d1", "d2", "d4", "d5", "d6")) {
            shift(RowId.next(), day, "3");
        }
        assertThat(statementsOf(() -> get(places.east(), WEEK))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get(places.county(), WEEK))).hasSizeLessThanOrEqualTo(15);
    }

    private boolean isRefused(RowId shift, PersonId person, CyclicBarrier start) throws Exception {
        start.await();
        try (var here = SignedIn.here(database, places.east(), null)) {
            volunteers.take(
                    current.jurisdiction(), current.actor(), RowId.next(), shift, LocalDate.of(2026, 11, 20), person);
            return false;
        } catch (TurnRefused no) {
            return true;
        }
    }

    private PersonId person(String name) {
        return PeopleFixtures.personIn(people, places.east(), name);
    }

    private void shift(RowId id, String weekday, String needs) {
        enter(
                id,
                "services.volunteer-shift",
                post,
                Map.of(
                        "weekday",
                        weekday,
                        "slot",
                        "morning",
                        "time",
                        "8:30—11:00",
                        "needs",
                        needs,
                        "hours",
                        "2.5",
                        "since",
                        "2026-01-01"));
    }

    private void enter(RowId id, String register, @Nullable RowId parent, Map<String, String> typed) {
        try (var here = SignedIn.here(database, places.east(), null)) {
            registers.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterRow(id, register, places.east(), parent, typed, Map.of()),
                    List.of());
        }
    }

    private MvcTestResult take(String name) {
        return take(wednesday, "2026-11-18", RowId.next().toString(), name);
    }

    private MvcTestResult take(RowId shift, String day, String id, String name) {
        return send(WEEK + "/turns/" + shift + "?day=" + day, "id", id, "name", name);
    }

    private MvcTestResult send(String uri, String... fields) {
        var request = mvc.post().uri(uri).with(SignedIn.at(places.east()));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(PlaceCode who, String uri) {
        return mvc.get().uri(uri).with(SignedIn.at(who)).exchange();
    }
}
