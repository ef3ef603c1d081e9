package io.qiangcun.core.procedure;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases of the test procedure, begun and taken on by the accounts of a county. */
@Component
public class CaseFixtures {

    public static final String PERMIT = "test.permit";

    private final PlaceTree tree;
    private final CaseService service;
    private final CaseQueries queries;
    private final PeopleService people;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TestClock clock;
    private final Map<String, PersonId> known = new ConcurrentHashMap<>();

    CaseFixtures(
            PlaceTree tree,
            CaseService service,
            CaseQueries queries,
            PeopleService people,
            CurrentAccount current,
            JdbcClient database,
            TestClock clock) {
        this.tree = tree;
        this.service = service;
        this.queries = queries;
        this.people = people;
        this.current = current;
        this.database = database;
        this.clock = clock;
    }

    public PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    /** Always the same person of that name in the place. */
    public PersonId person(PlaceCode place, String name) {
        return known.computeIfAbsent(place + name, any -> PeopleFixtures.personIn(people, place, name));
    }

    /** A case that begins on the day; the clock stays there. */
    public CaseId startedOn(PlaceCode place, String subject, String day) {
        return startedOn(PERMIT, place, subject, day);
    }

    public CaseId startedOn(String procedure, PlaceCode place, String subject, String day) {
        clock.set(LocalDate.parse(day));
        var person = person(place, subject).value();
        return at(
                place,
                () -> service.start(
                        current.jurisdiction(),
                        current.actor(),
                        new StartCase(CaseId.next(), procedure, place, person, subject, LocalDate.parse(day))));
    }

    /** Takes a step on the day; the clock stays there. */
    public UUID take(PlaceCode by, CaseId id, String step, String day, String outcome, Map<String, String> evidence) {
        return take(by, id, step, day, outcome, evidence, null);
    }

    public UUID take(
            PlaceCode by,
            CaseId id,
            String step,
            String day,
            String outcome,
            Map<String, String> evidence,
            @Nullable Tally tally) {
        clock.set(LocalDate.parse(day));
        var act = UUID.randomUUID();
        var command = new TakeStep(
                act, seen(by, id, step), step, LocalDate.parse(day), outcome, evidence, tally, null, null, "");
        run(by, () -> service.take(current.jurisdiction(), current.actor(), id, command, List.of()));
        return act;
    }

    /** The first four steps, up to the meeting. */
    public CaseId beforeTheMeeting(PlaceCode place, String subject) {
        var id = startedOn(place, subject, "2024-01-10");
        take(place, id, "apply", "2024-01-10", "done", Map.of("birth", "1990-01-01"));
        take(place, id, "talk", "2024-02-01", "done", Map.of());
        take(place, id, "references", "2024-03-01", "done", Map.of("number", "N-" + UUID.randomUUID()));
        take(place, id, "checks", "2024-07-01", "check", Map.of());
        take(place, id, "checks", "2025-02-03", "enough", Map.of());
        return id;
    }

    public CaseDetail show(PlaceCode by, CaseId id) {
        return at(by, () -> queries.show(current.jurisdiction(), id));
    }

    public int seen(PlaceCode by, CaseId id, String step) {
        return show(by, id).actsOn(step).size();
    }

    public StepState stateOf(PlaceCode by, CaseId id, String step) {
        return show(by, id).timeLine().line(step).state();
    }

    public void run(PlaceCode by, Runnable work) {
        try (var here = SignedIn.here(database, by, null)) {
            work.run();
        }
    }

    public <T> T at(PlaceCode by, Supplier<T> work) {
        try (var here = SignedIn.here(database, by, null)) {
            return work.get();
        }
    }
}
