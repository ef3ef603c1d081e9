package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A county with two grids in its east village and a department, and posts that act in it. */
@Component
public class EventFixtures {

    private final PlaceTree tree;
    private final GridEventService events;
    private final GridEventQueries queries;
    private final CurrentAccount current;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    EventFixtures(
            PlaceTree tree,
            GridEventService events,
            GridEventQueries queries,
            CurrentAccount current,
            JdbcClient database,
            PlatformTransactionManager manager) {
        this.tree = tree;
        this.events = events;
        this.queries = queries;
        this.current = current;
        this.database = database;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Grids and a department in a tree that no other test knows. */
    public Net plant() {
        var places = PlaceFixtures.plantedIn(tree);
        var county = places.county();
        var net = new Net(
                places,
                places.east().child("001"),
                places.east().child("002"),
                county.child("900").child("401"));
        var all = Jurisdiction.within(county);
        try (var scope = Scope.as(all)) {
            tree.grow(all, net.grid(), PlaceCategory.GRID, "First Grid", LocalDate.EPOCH);
            tree.grow(all, net.otherGrid(), PlaceCategory.GRID, "Second Grid", LocalDate.EPOCH);
            tree.grow(all, county.child("900"), PlaceCategory.ORGANS, "County organs", LocalDate.EPOCH);
            tree.grow(all, net.department(), PlaceCategory.UNIT, "Water bureau", LocalDate.EPOCH);
        }
        return net;
    }

    /** As the post at the place. */
    public <T> T as(PlaceCode place, BiFunction<Jurisdiction, Actor, T> work) {
        try (var here = SignedIn.here(database, place, null)) {
            return work.apply(current.jurisdiction(), current.actor());
        }
    }

    public GridEventId reportedAt(PlaceCode place) {
        return reportedAt(place, "0501");
    }

    public GridEventId reportedAt(PlaceCode place, String kind) {
        var id = GridEventId.next();
        as(place, (jurisdiction, actor) -> events.report(jurisdiction, actor, report(id, place, kind, ""), List.of()));
        return id;
    }

    public ReportGridEvent report(GridEventId id, PlaceCode place, String kind, String result) {
        return new ReportGridEvent(
                id,
                place,
                kind,
                "Rubbish behind the school",
                "By the gate",
                "",
                null,
                false,
                false,
                Channel.DESK,
                null,
                result);
    }

    /** Reported, assigned to the grid, done there: what is left is to check it. */
    public GridEventId doneAt(PlaceCode grid) {
        var id = reportedAt(grid);
        var village = Level.deskOf(grid);
        as(village, (jurisdiction, actor) -> {
            events.assign(jurisdiction, actor, id, version(village, id), grid, "");
            return true;
        });
        as(grid, (jurisdiction, actor) -> {
            events.done(jurisdiction, actor, id, version(grid, id), "Taken away", List.of());
            return true;
        });
        return id;
    }

    public long version(PlaceCode place, GridEventId id) {
        return view(place, id).version();
    }

    public GridEventView view(PlaceCode place, GridEventId id) {
        return as(place, (jurisdiction, actor) -> queries.view(jurisdiction, actor, id)
                .orElseThrow());
    }

    /** Plain SQL, as the application's role at the place would send it. */
    public int sql(PlaceCode place, String sql, Object... values) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            return transaction.execute(
                    status -> database.sql(sql).params(List.of(values)).update());
        }
    }

    public <T> List<T> rows(PlaceCode place, Class<T> type, String sql, Object... values) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            return transaction.execute(status ->
                    database.sql(sql).params(List.of(values)).query(type).list());
        }
    }

    /** The places of one test. */
    public record Net(PlaceFixtures places, PlaceCode grid, PlaceCode otherGrid, PlaceCode department) {

        public PlaceCode village() {
            return places.east();
        }

        public PlaceCode township() {
            return places.township();
        }

        public PlaceCode county() {
            return places.county();
        }
    }
}
