package io.qiangcun.party.activity;

import static io.qiangcun.party.activity.ActivityFixtures.YESTERDAY;
import static io.qiangcun.party.activity.ActivityFixtures.held;
import static io.qiangcun.party.activity.ActivityFixtures.membersMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.duty.DutyCalendar;
import io.qiangcun.core.duty.DutyFilter;
import io.qiangcun.core.duty.DutyQueries;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.duty.DutyState;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@RecordApplicationEvents
class ActivityServiceTests {

    static final Actor SECRETARY = new Actor(null, "village-east", "East branch", "Holder", RoleName.VILLAGE, null);

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    ActivityService activities;

    @Autowired
    ActivityQueries queries;

    @Autowired
    DutyCalendar calendar;

    @Autowired
    DutyQueries duties;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    PlaceFixtures places;
    Jurisdiction east;
    OrganisationId branch;
    Scope.Held signedIn;

    @BeforeEach
    void signInAtEast() {
        places = PlaceFixtures.plantedIn(tree);
        east = Jurisdiction.within(places.east());
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        signedIn = SignedIn.here(database, places.east(), null);
    }

    @AfterEach
    void signOut() {
        signedIn.close();
    }

    @Test
    void aSubmittedRecordFulfilsTheDutyOfItsKind() {
        var id = ActivityId.next();

        activities.record(east, SECRETARY, new RecordActivity(id, branch, membersMeeting("Harvest"), true, null));

        assertThat(events.stream(ActivitySubmitted.class))
                .containsExactly(new ActivitySubmitted(
                        id, places.east(), branch, ActivityKind.MEMBERS_MEETING, YESTERDAY, null));
        var submitted = events.stream(ActivitySubmitted.class).findFirst().orElseThrow();
        assertThat(submitted.recordKind()).isEqualTo("MEMBERS_MEETING");
        assertThat(submitted.dutySubject()).isEqualTo(branch.value());
        assertThat(submitted.recordHref()).isEqualTo("/party/activities/" + id);
    }

    @Test
    void aRecordMakesUpForTheOverdueDutyItWasHeldForUntilItIsWithdrawn() {
        calendar.generate(east, LocalDate.of(2026, 9, 1), TestClock.TODAY);
        var overdue = committeeMeetings(DutyState.OVERDUE).get(0);
        var held = held(ActivityKind.COMMITTEE_MEETING, "Make up", YESTERDAY);

        var id = activities.record(
                east, SECRETARY, new RecordActivity(ActivityId.next(), branch, held, true, overdue.id()));

        assertThat(committeeMeetings(DutyState.DONE_LATE))
                .extracting(DutyRow::id, DutyRow::recordHref)
                .containsExactly(tuple(overdue.id(), id.href()));
        activities.withdraw(east, SECRETARY, id, versionOf(id), "Was not held");
        assertThat(committeeMeetings(DutyState.DONE_LATE)).isEmpty();
    }

    @Test
    void anOpenDutyLeadsToItsForm() {
        calendar.generate(east, TestClock.TODAY, TestClock.TODAY);

        var duty = duties.month(east, places.east(), YearMonth.of(2026, 11)).get(0);

        assertThat(duty.remedyHref()).isEqualTo("/party/activities/new?duty=" + duty.id());
    }

    @Test
    void aDraftCountsForNothing() {
        activities.record(
                east, SECRETARY, new RecordActivity(ActivityId.next(), branch, membersMeeting("Harvest"), false, null));

        assertThat(events.stream(ActivitySubmitted.class)).isEmpty();
        assertThat(events.stream(ActivityDrafted.class)).hasSize(1);
    }

    @Test
    void aCorrectionKeepsTheEarlierEdition() {
        var id = submitted("Harvest");

        activities.correct(
                east, SECRETARY, new CorrectActivity(id, versionOf(id), membersMeeting("Sowing"), "Wrong topic"));
        activities.correct(
                east, SECRETARY, new CorrectActivity(id, versionOf(id), membersMeeting("Ploughing"), "Wrong again"));

        var view = queries.find(east, id).orElseThrow();
        assertThat(view.content().topic()).isEqualTo("Ploughing");
        assertThat(view.edition()).isEqualTo(3);
        assertThat(view.editionReason()).isEqualTo("Wrong again");
        assertThat(view.superseded())
                .extracting(edition -> edition.content().topic())
                .containsExactly("Sowing", "Harvest");
        assertThat(view.superseded().get(1).recorded().person()).isEqualTo("Holder");
        assertThat(events.stream(ActivityCorrected.class))
                .extracting(ActivityCorrected::edition)
                .containsExactly(2, 3);
    }

    @Test
    void aRecordThatTurnsOutToBeOfAnotherKindFreesTheDutyItFulfilled() {
        var id = submitted("Harvest");

        activities.correct(
                east,
                SECRETARY,
                new CorrectActivity(
                        id, versionOf(id), held(ActivityKind.THEME_DAY, "Harvest", YESTERDAY), "It was a theme day"));

        assertThat(events.stream(ActivityReclassified.class))
                .containsExactly(new ActivityReclassified(
                        id, places.east(), ActivityKind.MEMBERS_MEETING, ActivityKind.THEME_DAY));
        assertThat(events.stream(ActivityCorrected.class))
                .extracting(ActivityCorrected::recordKind)
                .containsExactly("THEME_DAY");
    }

    @Test
    void aWithdrawnRecordStaysReadableAndRevokesWhatItFulfilled() {
        var id = submitted("Harvest");

        activities.withdraw(east, SECRETARY, id, versionOf(id), "Entered for the wrong branch");

        assertThat(queries.find(east, id).orElseThrow().status()).isEqualTo(ActivityStatus.WITHDRAWN);
        assertThat(events.stream(ActivityWithdrawn.class))
                .containsExactly(new ActivityWithdrawn(id, places.east(), "Entered for the wrong branch"));
        assertThatExceptionOfType(WrongStep.class)
                .isThrownBy(() -> activities.withdraw(east, SECRETARY, id, versionOf(id), "Again"));
    }

    @Test
    void withdrawingNeedsAReason() {
        var id = submitted("Harvest");

        assertThatExceptionOfType(ReasonMissing.class)
                .isThrownBy(() -> activities.withdraw(east, SECRETARY, id, versionOf(id), "  "));
    }

    @Test
    void aDraftIsRevisedSubmittedOrDiscarded() {
        var id = drafted("Harvest");

        activities.revise(east, SECRETARY, new ReviseDraft(id, versionOf(id), membersMeeting("Sowing"), true));

        var view = queries.find(east, id).orElseThrow();
        assertThat(view.status()).isEqualTo(ActivityStatus.SUBMITTED);
        assertThat(view.edition()).isEqualTo(1);
        assertThatExceptionOfType(WrongStep.class)
                .isThrownBy(() -> activities.discard(east, SECRETARY, id, versionOf(id)));

        var other = drafted("Other");
        activities.discard(east, SECRETARY, other, versionOf(other));
        assertThat(queries.find(east, other).orElseThrow().status()).isEqualTo(ActivityStatus.DISCARDED);
    }

    @Test
    void aFormSentTwiceMakesOneRecord() {
        var command = new RecordActivity(ActivityId.next(), branch, membersMeeting("Harvest"), true, null);

        activities.record(east, SECRETARY, command);
        activities.record(east, SECRETARY, command);

        assertThat(events.stream(ActivitySubmitted.class)).hasSize(1);
        assertThatExceptionOfType(ActivityStale.class)
                .isThrownBy(() -> activities.record(
                        east,
                        SECRETARY,
                        new RecordActivity(command.id(), branch, membersMeeting("Another"), true, null)));
    }

    @Test
    void sixFormsSentAtOnceMakeOneRecord() throws Exception {
        var command = new RecordActivity(ActivityId.next(), branch, membersMeeting("Harvest"), true, null);
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<ActivityId> send = () -> {
                try (var scope = SignedIn.here(database, places.east(), null)) {
                    return activities.record(east, SECRETARY, command);
                }
            };
            for (var sent :
                    pool.invokeAll(IntStream.range(0, 6).mapToObj(i -> send).toList())) {
                assertThat(sent.get()).isEqualTo(command.id());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(countAt(places.east().value())).isEqualTo(1);
    }

    @Test
    void aStaleVersionChangesNothing() {
        var id = drafted("Harvest");
        var opened = versionOf(id);
        activities.revise(east, SECRETARY, new ReviseDraft(id, opened, membersMeeting("Sowing"), false));

        assertThatExceptionOfType(ActivityStale.class)
                .isThrownBy(() -> activities.revise(
                        east, SECRETARY, new ReviseDraft(id, opened, membersMeeting("Ploughing"), false)));
        assertThat(queries.find(east, id).orElseThrow().content().topic()).isEqualTo("Sowing");
    }

    @Test
    void nobodyRecordsForAForeignOrganisation() {
        var west = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");

        assertThatExceptionOfType(OrganisationNotFound.class)
                .isThrownBy(() -> activities.record(
                        east,
                        SECRETARY,
                        new RecordActivity(ActivityId.next(), west, membersMeeting("Harvest"), true, null)));
    }

    @Test
    void aTownshipReadsWhatItsVillagesRecordButDoesNotRecordForThem() {
        var id = submitted("Harvest");
        var township = Jurisdiction.within(places.township());

        try (var scope = SignedIn.here(database, places.township(), null)) {
            assertThat(queries.find(township, id)).isPresent();
            assertThatExceptionOfType(OrganisationNotFound.class)
                    .isThrownBy(() -> activities.withdraw(township, SECRETARY, id, versionOf(id), "Not mine"));
        }
    }

    @Test
    void anAccountOfOneBranchRecordsForItAndForThoseDirectlyBelowIt() {
        var general = OrganisationFixtures.founded(
                organisations, places.west(), OrganisationKind.GENERAL_BRANCH, "West general branch", null);
        var first = OrganisationFixtures.founded(
                organisations, places.west(), OrganisationKind.BRANCH, "West first branch", general);
        var second = OrganisationFixtures.founded(
                organisations, places.west(), OrganisationKind.BRANCH, "West second branch", general);
        var west = Jurisdiction.within(places.west());
        var ofGeneral = new Actor(null, "west", "West", "Holder", RoleName.VILLAGE, general.value());
        var ofFirst = new Actor(null, "west-1", "West 1", "Holder", RoleName.VILLAGE, first.value());

        try (var scope = SignedIn.here(database, places.west(), null)) {
            activities.record(
                    west,
                    ofGeneral,
                    new RecordActivity(ActivityId.next(), second, membersMeeting("Harvest"), true, null));
            assertThatExceptionOfType(OrganisationNotFound.class)
                    .isThrownBy(() -> activities.record(
                            west,
                            ofFirst,
                            new RecordActivity(ActivityId.next(), second, membersMeeting("Harvest"), true, null)));
        }
    }

    @Test
    void anIdThatExistsOutsideTheJurisdictionIsNotFound() {
        var id = submitted("Harvest");
        var westBranch = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");

        try (var scope = SignedIn.here(database, places.west(), null)) {
            assertThatExceptionOfType(ActivityNotFound.class)
                    .isThrownBy(() -> activities.record(
                            Jurisdiction.within(places.west()),
                            SECRETARY,
                            new RecordActivity(id, westBranch, membersMeeting("Harvest"), true, null)));
        }
    }

    @Test
    void oldRecordsAreTakenOverInBatches() throws Exception {
        var past = new ArrayList<PastActivity>();
        for (var i = 0; i < 3_000; i++) {
            past.add(new PastActivity(
                    ActivityId.next(),
                    branch,
                    places.east(),
                    ActivityStatus.SUBMITTED,
                    held(ActivityKind.THEME_DAY, "Theme day " + i, TestClock.TODAY.minusDays(i % 1500)),
                    null,
                    clock.instant(),
                    "village-east",
                    "Holder"));
        }

        var statements = StatementCounter.statementsOf(() -> activities.recordAll(east, past));

        assertThat(statements).hasSizeLessThan(30);
        assertThat(countAt(places.east().value())).isEqualTo(3_000);
        assertThat(events.stream(ActivitiesTakenOver.class))
                .containsExactly(new ActivitiesTakenOver(places.county(), 3_000));
    }

    @Test
    void nothingIsTakenOverOutsideTheJurisdiction() {
        var west = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
        var past = List.of(new PastActivity(
                ActivityId.next(),
                west,
                places.west(),
                ActivityStatus.SUBMITTED,
                membersMeeting("Harvest"),
                null,
                clock.instant(),
                "village-west",
                "Holder"));

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> activities.recordAll(east, past));
    }

    private List<DutyRow> committeeMeetings(DutyState state) {
        return duties.list(
                        east,
                        new DutyFilter(null, branch.value(), "party.committee-meeting", state, null, null),
                        Pageable.unpaged())
                .getContent();
    }

    private ActivityId submitted(String topic) {
        return activities.record(
                east, SECRETARY, new RecordActivity(ActivityId.next(), branch, membersMeeting(topic), true, null));
    }

    private ActivityId drafted(String topic) {
        return activities.record(
                east, SECRETARY, new RecordActivity(ActivityId.next(), branch, membersMeeting(topic), false, null));
    }

    private long versionOf(ActivityId id) {
        return queries.find(Jurisdiction.within(places.county()), id)
                .orElseThrow()
                .version();
    }

    private int countAt(String place) {
        return new TransactionTemplate(transactions)
                .execute(status -> database.sql("select count(*) from party_activity where place_code = :place")
                        .param("place", place)
                        .query(Integer.class)
                        .single());
    }
}
