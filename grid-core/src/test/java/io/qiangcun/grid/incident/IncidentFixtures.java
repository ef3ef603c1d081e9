package io.qiangcun.grid.incident;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents where a test wants them, by those who may. */
@Component
public class IncidentFixtures {

    private final IncidentService incidents;
    private final IncidentReports reports;
    private final RollCalls calls;
    private final Bulletins bulletins;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    IncidentFixtures(
            IncidentService incidents,
            IncidentReports reports,
            RollCalls calls,
            Bulletins bulletins,
            CurrentAccount current,
            JdbcClient database,
            PlatformTransactionManager manager) {
        this.incidents = incidents;
        this.reports = reports;
        this.calls = calls;
        this.bulletins = bulletins;
        this.current = current;
        this.database = database;
        this.transactions = new TransactionTemplate(manager);
    }

    /** Switched on by the place, for all that lies in it. */
    public IncidentId begun(PlaceCode head, String kind) {
        var id = IncidentId.next();
        try (var here = SignedIn.here(database, head, null)) {
            incidents.begin(
                    current.jurisdiction(),
                    current.actor(),
                    new BeginIncident(id, kind, "Incident of " + head, "Red warning", List.of()));
        }
        return id;
    }

    public void ended(PlaceCode head, IncidentId incident) {
        try (var here = SignedIn.here(database, head, null)) {
            incidents.end(
                    current.jurisdiction(),
                    current.actor(),
                    new EndIncident(new ConcernId(incident.value()), "It rained", "Boats earlier"));
        }
    }

    public Receipt reported(PlaceCode place, IncidentId incident, Instant deviceAt, Map<Figure, Integer> said) {
        return reported(place, incident, ReportVersionId.next(), deviceAt, said);
    }

    public Receipt reported(
            PlaceCode place, IncidentId incident, ReportVersionId id, Instant deviceAt, Map<Figure, Integer> said) {
        try (var here = SignedIn.here(database, place, null)) {
            return reports.report(
                    current.jurisdiction(),
                    current.actor(),
                    new ReportSituation(
                            id,
                            concernAt(place, incident),
                            deviceAt,
                            "The square",
                            "Water in the square",
                            "",
                            new Figures(said),
                            false,
                            null,
                            null));
        }
    }

    public RollCallId called(PlaceCode head, IncidentId incident) {
        var id = RollCallId.next();
        try (var here = SignedIn.here(database, head, null)) {
            calls.start(
                    current.jurisdiction(),
                    current.actor(),
                    new StartRollCall(id, concernAt(head, incident), "To your posts"));
        }
        return id;
    }

    public BulletinId compiled(PlaceCode head, IncidentId incident) {
        var id = BulletinId.next();
        try (var here = SignedIn.here(database, head, null)) {
            bulletins.compile(current.jurisdiction(), current.actor(), concernAt(head, incident), id);
        }
        return id;
    }

    /** In the scope of whoever asks. */
    public ConcernId concernAt(PlaceCode place, IncidentId incident) {
        return new ConcernId(Objects.requireNonNull(transactions.execute(status -> database.sql("""
                select concern_id from grid_incident_concern where incident_id = :incident and place_code = :place
                """)
                .param("incident", incident.value())
                .param("place", place.value())
                .query(UUID.class)
                .single())));
    }

    /** What a select that binds {@code :id}, the incident, counts for the place. */
    public int counted(String sql, PlaceCode place, IncidentId incident) {
        try (var here = SignedIn.here(database, place, null)) {
            return Objects.requireNonNull(transactions.execute(status -> database.sql(sql)
                    .param("id", incident.value())
                    .query(Integer.class)
                    .single()));
        }
    }

    /** What a place sees of it. */
    public List<Standing> standings(IncidentQueries queries, PlaceCode place, IncidentId incident) {
        try (var here = SignedIn.here(database, place, null)) {
            var concern = queries.find(current.jurisdiction(), concernAt(place, incident))
                    .orElseThrow();
            return queries.standings(current.jurisdiction(), concern);
        }
    }
}
