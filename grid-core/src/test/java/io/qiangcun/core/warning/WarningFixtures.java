package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.TestRules.LeakingRoofRule;
import io.qiangcun.testkit.NotInDemo;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaking roofs in a fresh county, and warnings of them. */
@Component
@NotInDemo
public class WarningFixtures {

    private final JdbcClient database;
    private final PlaceTree tree;
    private final LeakingRoofRule rule;
    private final WarningSweep sweep;
    private final WarningQueries queries;

    WarningFixtures(
            JdbcClient database, PlaceTree tree, LeakingRoofRule rule, WarningSweep sweep, WarningQueries queries) {
        this.database = database;
        this.tree = tree;
        this.rule = rule;
        this.sweep = sweep;
        this.queries = queries;
    }

    public PlaceFixtures county() {
        return PlaceFixtures.plantedIn(tree);
    }

    public void leak(PlaceCode place, String roof, LocalDate dueOn) {
        rule.leak(place, roof, dueOn);
    }

    void mend(PlaceCode place, String roof) {
        rule.mend(place, roof);
    }

    /** What the sweep of the county changed about roofs. */
    public WarningsSwept sweep(PlaceCode county, LocalDate today) {
        return sweepAll(county, today).stream()
                .filter(swept -> swept.rule().equals("test.leaking-roof"))
                .findFirst()
                .orElseThrow();
    }

    List<WarningsSwept> sweepAll(PlaceCode county, LocalDate today) {
        return at(county, () -> sweep.sweep(Jurisdiction.within(county), today));
    }

    public <T> T at(PlaceCode place, Supplier<T> work) {
        try (var account = SignedIn.here(database, place, null)) {
            return work.get();
        }
    }

    /** The open warnings that the place sees. */
    public List<WarningRow> open(PlaceCode place) {
        return list(place, WarningFilter.open());
    }

    List<WarningRow> list(PlaceCode place, WarningFilter filter) {
        return at(place, () -> queries.list(Jurisdiction.within(place), filter, Pageable.unpaged())
                .getContent());
    }

    /** The open warning of the roof. */
    public WarningRow warning(PlaceCode place, String roof) {
        return open(place).stream()
                .filter(row -> row.place().equals(place) && row.title().contains(roof))
                .findFirst()
                .orElseThrow();
    }

    public WarningDetail show(PlaceCode place, WarningId id) {
        return at(place, () -> queries.show(Jurisdiction.within(place), id));
    }
}
