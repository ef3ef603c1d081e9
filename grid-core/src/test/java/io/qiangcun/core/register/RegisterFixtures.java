package io.qiangcun.core.register;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the test register, written by the accounts of a county. */
@Component
public class RegisterFixtures {

    public static final String HERD = "test.herd";
    public static final String VISIT = "test.herd-visit";
    public static final String LETTER = "test.herd-letter";

    private final PlaceTree tree;
    private final PeopleService people;
    private final RegisterService service;
    private final RegisterQueries queries;
    private final CurrentAccount current;
    private final JdbcClient database;

    RegisterFixtures(
            PlaceTree tree,
            PeopleService people,
            RegisterService service,
            RegisterQueries queries,
            CurrentAccount current,
            JdbcClient database) {
        this.tree = tree;
        this.people = people;
        this.service = service;
        this.queries = queries;
        this.current = current;
        this.database = database;
    }

    public PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    public PersonId person(PlaceCode place, String name) {
        return PeopleFixtures.personIn(people, place, name);
    }

    /** What a herd needs at least. */
    public static Map<String, String> herd(String name, String... more) {
        var typed = new HashMap<>(Map.of("name", name, "kind", "Sheep", "heads", "40"));
        for (var at = 0; at < more.length; at += 2) {
            typed.put(more[at], more[at + 1]);
        }
        return typed;
    }

    public RowId herdIn(PlaceCode place, PersonId keeper, Map<String, String> typed) {
        var id = RowId.next();
        return at(
                place,
                () -> service.enter(
                        current.jurisdiction(),
                        current.actor(),
                        new EnterRow(id, HERD, place, null, typed, Map.of("keeper", keeper.toString())),
                        List.of()));
    }

    public RowId visitOf(PlaceCode place, RowId herd, String day) {
        return logOf(place, herd, VISIT, Map.of("visitedOn", day));
    }

    public RowId letterOf(PlaceCode place, RowId herd, String day, String opinion) {
        return logOf(place, herd, LETTER, Map.of("sentOn", day, "opinion", opinion));
    }

    private RowId logOf(PlaceCode place, RowId herd, String register, Map<String, String> typed) {
        var id = RowId.next();
        return at(
                place,
                () -> service.enter(
                        current.jurisdiction(),
                        current.actor(),
                        new EnterRow(id, register, place, herd, typed, Map.of()),
                        List.of()));
    }

    public RowView show(PlaceCode by, RowId id) {
        return at(by, () -> queries.show(current.jurisdiction(), id));
    }

    public List<RowLine> list(PlaceCode by, String register, RowFilter filter) {
        return at(by, () -> queries.list(
                        current.jurisdiction(),
                        queries.register(current.jurisdiction(), register).definition(),
                        filter,
                        org.springframework.data.domain.Pageable.unpaged())
                .getContent());
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
