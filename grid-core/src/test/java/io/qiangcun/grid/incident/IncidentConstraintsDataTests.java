package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.DatabaseTest;
import io.qiangcun.testkit.PlaceFixtures;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be stored, whoever asks for it. */
@DatabaseTest
class IncidentConstraintsDataTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    PlaceFixtures places;
    UUID flood;

    @BeforeEach
    void begin() {
        places = PlaceFixtures.plantedIn(tree);
        entities.flush();
        flood = incident("null, null, null, null, null");
        concern(places.east().value());
    }

    @Test
    void takeWhatIsRight() {
        assertThatCode(() -> report("now(), now(), now()", "5", "10", "2", "1")).doesNotThrowAnyException();
    }

    @Test
    void noMoreEvacuatedThanPeopleWhereTheyAreKnown() {
        refuses(() -> report("now(), now(), now()", "11", "10", "null", "null"), "people_limit");
    }

    @Test
    void noMoreHazardsRemovedThanFound() {
        refuses(() -> report("now(), now(), now()", "null", "null", "1", "2"), "hazards_limit");
    }

    @Test
    void noNumberBelowZero() {
        refuses(() -> report("now(), now(), now()", "-1", "null", "null", "null"), "evacuated");
    }

    @Test
    void noTimeThatIsNeitherTheDevicesNorOurs() {
        refuses(() -> report("now(), now(), now() - interval '1 minute'", "1", "null", "null", "null"), "counts_at");
    }

    @Test
    void noEndWithoutAReview() {
        refuses(() -> incident("now(), 'county', 'Holder', null, null"), "grid_incident");
    }

    @Test
    void noTwoOfAKindAtATime() {
        refuses(() -> incident("null, null, null, null, null"), "grid_incident_open_key");
    }

    @Test
    void noReportOfAPlaceThatIsNotConcerned() {
        refuses(
                () -> database.sql("""
                        insert into grid_incident_report (report_version_id, place_code, incident_id, concern_id, device_at,
                          received_at, counts_at, complete, spot, happened, needs, reported_by, reported_by_person)
                        values (gen_random_uuid(), :west, :incident, :incident, now(), now(), now(), false, 'x', 'x', '',
                          'x', 'x')
                        """)
                        .param("west", places.west().value())
                        .param("incident", flood)
                        .update(),
                "fkey");
    }

    @Test
    void nothingReportedIsTakenAway() {
        refuses(() -> database.sql("delete from grid_incident_report").update(), "permission denied");
    }

    @Test
    void noBulletinIsWrittenAnew() {
        refuses(() -> database.sql("update grid_bulletin set number = 9").update(), "permission denied");
    }

    private static void refuses(Runnable statement, String because) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(because);
    }

    private UUID incident(String end) {
        var id = UUID.randomUUID();
        database.sql("""
                insert into grid_incident (incident_id, place_code, version, created_at, created_by, changed_at, changed_by,
                  kind, title, reason, began_at, recorded_at, recorded_by, recorded_by_person, ended_at, ended_by,
                  ended_by_person, happened, better)
                values (:id, :place, 0, now(), 'x', now(), 'x', 'FLOOD', 'Flood', 'Rain', now(), now(), 'x', 'x',
                """ + end + ")")
                .param("id", id)
                .param("place", places.county().value())
                .update();
        return id;
    }

    private void concern(String place) {
        database.sql("""
                insert into grid_incident_concern (concern_id, place_code, incident_id, head_place, kind, title, reason,
                  began_at, reports)
                values (:incident, :place, :incident, :head, 'FLOOD', 'Flood', 'Rain', now(), true)
                """)
                .param("incident", flood)
                .param("place", place)
                .param("head", places.county().value())
                .update();
    }

    private void report(String times, String evacuated, String population, String found, String removed) {
        database.sql("""
                insert into grid_incident_report (report_version_id, place_code, incident_id, concern_id, device_at,
                  received_at, counts_at, complete, spot, happened, needs, reported_by, reported_by_person, evacuated,
                  population, hazards_found, hazards_removed)
                values (gen_random_uuid(), :place, :incident, :incident, %s, false, 'x', 'x', '', 'x', 'x', %s, %s, %s, %s)
                """.formatted(times, evacuated, population, found, removed))
                .param("place", places.east().value())
                .param("incident", flood)
                .update();
    }
}
