package io.qiangcun.grid.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlaceTree.NewPlace;
import io.qiangcun.grid.network.GridTakeover.Entry;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class GridTakeoverTests {

    private static final int TOWNSHIPS = 11;
    private static final int VILLAGES = 322;
    private static final int MICRO_GRIDS = 2901;

    @Autowired
    PlaceTree tree;

    @Autowired
    GridTakeover takeover;

    @Autowired
    GridQueries queries;

    @Autowired
    CurrentAccount account;

    @Autowired
    JdbcClient database;

    PlaceFixtures places;
    Jurisdiction county;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
    }

    @Test
    void aCountyOf322VillagesAnd2901MicroGridsIsCountedExactly() throws Exception {
        try (var here = SignedIn.here(database, places.county(), null)) {
            var villages = villages();
            var statements = StatementCounter.statementsOf(
                    () -> assertThat(takeover.take(county, account.actor(), netOf(villages)))
                            .isEmpty());
            var net = queries.net(county, TestClock.TODAY);

            assertThat(net).hasSize(TOWNSHIPS);
            assertThat(sum(net, NetCount::grids)).isEqualTo(VILLAGES);
            assertThat(sum(net, NetCount::covered)).isEqualTo(VILLAGES);
            assertThat(sum(net, NetCount::microGrids)).isEqualTo(MICRO_GRIDS);
            assertThat(statements).hasSizeLessThan(20);
        }
    }

    @Test
    void numbersThatAreGivenAreKeptAndOthersComeAfterThem() {
        var wrong = take(
                entry(2, places.east(), null, null, "Free"),
                entry(3, places.east(), null, "005", "Given"),
                entry(4, places.east(), "Given", null, "Lane"));

        assertThat(wrong).isEmpty();
        assertThat(codes())
                .containsExactly(
                        places.east() + "005 Given", places.east() + "005001 Lane", places.east() + "006 Free");
    }

    @Test
    void oneWrongLineKeepsAllOthersOut() {
        take(entry(2, places.east(), null, "001", "First"));

        var wrong = take(
                entry(2, places.east(), null, "001", "Another"),
                entry(3, places.east(), null, null, "First"),
                entry(4, places.east(), "Nowhere", null, "Lane"),
                entry(5, places.west(), null, null, "Good"));

        assertThat(wrong.get(2)).extracting(Problem::messageKey).containsExactly("grid.network.refused.number-taken");
        assertThat(wrong.get(3)).extracting(Problem::messageKey).containsExactly("grid.network.refused.name-taken");
        assertThat(wrong.get(4)).extracting(Problem::messageKey).containsExactly("grid.network.refused.unknown-grid");
        assertThat(wrong).doesNotContainKey(5);
        assertThat(codes()).containsExactly(places.east() + "001 First");
    }

    @Test
    void aListSentTwiceDoublesNothing() {
        take(entry(2, places.east(), null, null, "First"));
        assertThat(take(entry(2, places.east(), null, null, "First"))).containsOnlyKeys(2);
        assertThat(codes()).hasSize(1);
    }

    private Map<Integer, List<Problem>> take(Entry... entries) {
        try (var here = SignedIn.here(database, places.county(), null)) {
            return takeover.take(county, account.actor(), List.of(entries));
        }
    }

    private List<String> codes() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            return queries.list(county, new GridFilter(null, null, null, null), Pageable.unpaged())
                    .map(grid -> grid.placeCode() + " " + grid.name())
                    .getContent();
        }
    }

    /** Besides the three that every fixture has: two villages and their township. */
    private List<PlaceCode> villages() {
        var grown = new ArrayList<NewPlace>();
        for (var township = 2; township <= TOWNSHIPS; township++) {
            grown.add(new NewPlace(
                    places.county().child("%03d".formatted(township)),
                    PlaceCategory.TOWNSHIP,
                    "T" + township,
                    LocalDate.EPOCH));
        }
        var villages = new ArrayList<>(List.of(places.east(), places.west()));
        for (var number = villages.size(); number < VILLAGES; number++) {
            var village = places.county()
                    .child("%03d".formatted(1 + number % TOWNSHIPS))
                    .child("%03d".formatted(203 + number / TOWNSHIPS));
            grown.add(new NewPlace(village, PlaceCategory.VILLAGE, "V" + number, LocalDate.EPOCH));
            villages.add(village);
        }
        tree.growAll(county, grown);
        return villages;
    }

    private static List<Entry> netOf(List<PlaceCode> villages) {
        var entries = new ArrayList<Entry>();
        villages.forEach(village -> entries.add(entry(entries.size(), village, null, null, "Grid")));
        for (var part = 0; part < MICRO_GRIDS; part++) {
            entries.add(entry(entries.size(), villages.get(part % villages.size()), "Grid", null, "Part " + part));
        }
        return entries;
    }

    private static Entry entry(
            int line, PlaceCode village, @Nullable String grid, @Nullable String number, String name) {
        return new Entry(
                line,
                village,
                grid,
                number,
                name,
                new GridDetails(GridType.COMPREHENSIVE, 60, 200, null, null),
                GridFixtures.OPENED);
    }

    private static long sum(List<NetCount> net, ToLongFunction<NetCount> number) {
        return net.stream().mapToLong(number).sum();
    }
}
