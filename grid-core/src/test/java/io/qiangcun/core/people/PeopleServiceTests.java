package io.qiangcun.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class PeopleServiceTests {

    static final Actor OFFICER = new Actor(null, "village", "Village", "Officer", RoleName.VILLAGE, null);

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    PeopleQueries queries;

    @Autowired
    JdbcClient database;

    @Autowired
    Flyway flyway;

    @Autowired
    ApplicationEvents events;

    PlaceFixtures places;
    Jurisdiction east;
    Jurisdiction west;
    Scope.Held signedIn;

    @BeforeEach
    void signInAtTheEast() {
        places = PlaceFixtures.plantedIn(tree);
        east = Jurisdiction.within(places.east());
        west = Jurisdiction.within(places.west());
        signedIn = SignedIn.here(database, places.east(), null);
    }

    @AfterEach
    void signOut() {
        signedIn.close();
    }

    @Test
    void isRecordedOnceHoweverOftenTheFormIsSent() {
        var command = someone("One", null);

        people.register(east, command);
        people.register(east, command);

        assertThat(events.stream(PersonRegistered.class))
                .containsExactly(new PersonRegistered(command.id(), places.east()));
    }

    @Test
    void keepsNoNumberInTheClear() {
        var number = PeopleFixtures.freshNumber();
        var id = people.register(east, someone("One", number));

        var row = JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("select person::text from person where person_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(number.value())
                .doesNotContain(number.value().substring(10));
        var view = queries.find(east, id).orElseThrow();
        assertThat(view.identityNumberMasked()).isEqualTo(number.masked());
        assertThat(view.phoneMasked()).isEqualTo("138****1234");
    }

    @Test
    void refusesTheSameNumberTwiceEvenWhereNobodyMayLook() {
        var number = PeopleFixtures.freshNumber();
        PeopleFixtures.personIn(
                people,
                places.west(),
                new PersonDetails("One", Sex.FEMALE, PeopleFixtures.BORN, Education.COLLEGE, null),
                number);

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> people.register(east, someone("Other", number)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("identityNumber"));
    }

    @Test
    void asksBeforeRecordingWhoMayBeThereAlready() {
        PeopleFixtures.personIn(people, places.east(), "One");

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> people.register(east, someone("One", null)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("notTheSame"));
        people.register(
                east, new RegisterPerson(PersonId.next(), places.east(), details("One"), null, null, null, true));
    }

    @Test
    void isHandedOverAndTakenIn() {
        var id = PeopleFixtures.personIn(people, places.east(), "One");
        people.move(east, id, 0, places.west());
        assertThat(queries.find(east, id).orElseThrow().state()).isEqualTo(PersonState.MOVING);

        try (var there = SignedIn.here(database, places.west(), null)) {
            assertThat(queries.find(west, id)).isEmpty();
            assertThat(queries.coming(west)).extracting(ComingPerson::name).containsExactly("One");
            people.receive(west, OFFICER, id);
            assertThat(queries.find(west, id).orElseThrow().state()).isEqualTo(PersonState.HERE);
        }

        assertThat(queries.find(east, id)).isEmpty();
        assertThat(events.stream(PersonReceived.class))
                .containsExactly(new PersonReceived(id, places.west(), places.east()));
    }

    @Test
    void isTakenInByNobodyElse() {
        var id = PeopleFixtures.personIn(people, places.west(), "One");

        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> people.receive(east, OFFICER, id));
        assertThatExceptionOfType(PersonNotFound.class).isThrownBy(() -> people.move(east, id, 0, places.east()));
    }

    @Test
    void movesOnlyWithinItsCounty() {
        var id = PeopleFixtures.personIn(people, places.east(), "One");
        var elsewhere = PlaceFixtures.plantedIn(tree).east();

        for (var to : new PlaceCode[] {elsewhere, new PlaceCode(places.township() + "299")}) {
            assertThatExceptionOfType(PersonRefused.class).isThrownBy(() -> people.move(east, id, 0, to));
        }
    }

    @Test
    void staysRecordedWhenGoneAndComesBack() {
        var id = PeopleFixtures.personIn(people, places.east(), "One");

        people.recordDeath(east, id, 0, TestClock.TODAY);
        assertThat(queries.find(east, id).orElseThrow().state()).isEqualTo(PersonState.DIED);
        assertThatExceptionOfType(PersonRefused.class).isThrownBy(() -> people.move(east, id, 1, places.west()));
        people.takeBack(east, id, 1, "Recorded by mistake");

        assertThat(queries.find(east, id).orElseThrow().state()).isEqualTo(PersonState.HERE);
        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> people.leave(east, id, 2, PeopleFixtures.BORN.minusDays(1), "City"));
        assertThatExceptionOfType(PersonStale.class)
                .isThrownBy(() -> people.leave(east, id, 0, TestClock.TODAY, "City"));
    }

    @Test
    void showsOneFieldForAReasonThatTheTrailKeeps() {
        var id = PeopleFixtures.personIn(people, places.east(), "One");

        assertThat(people.reveal(east, id, SecretField.PHONE, "Call about the flood"))
                .contains("13800001234");

        assertThat(events.stream(PersonFieldRevealed.class))
                .containsExactly(new PersonFieldRevealed(id, places.east(), SecretField.PHONE, "Call about the flood"));
        assertThatExceptionOfType(PersonNotFound.class)
                .isThrownBy(() -> people.reveal(west, id, SecretField.PHONE, "Curious"));
    }

    @Test
    void namesWhatWasCorrectedAndNotHow() {
        var id = PeopleFixtures.personIn(people, places.east(), "One");

        people.correct(east, new CorrectPerson(id, 0, details("Another"), "12", null, false, null, true));

        assertThat(events.stream(PersonCorrected.class).flatMap(event -> event.fields().stream()))
                .containsExactly("name", "household", "phone");
        var view = queries.find(east, id).orElseThrow();
        assertThat(view.householdNumber()).isEqualTo("12");
        assertThat(view.phoneMasked()).isNull();
    }

    @Test
    void refusesABirthDateThatTheNumberDoesNotHave() {
        var number = PeopleFixtures.freshNumber();
        var wrong = new PersonDetails("One", Sex.FEMALE, PeopleFixtures.BORN.plusDays(1), Education.COLLEGE, null);

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> people.register(
                        east, new RegisterPerson(PersonId.next(), places.east(), wrong, null, number, null, false)))
                .satisfies(no -> assertThat(no.field()).isEqualTo("bornOn"));
    }

    private RegisterPerson someone(String name, @Nullable IdentityNumber number) {
        return new RegisterPerson(
                PersonId.next(), places.east(), details(name), null, number, new PhoneNumber("13800001234"), false);
    }

    private static PersonDetails details(String name) {
        return new PersonDetails(name, Sex.FEMALE, PeopleFixtures.BORN, Education.COLLEGE, null);
    }
}
