package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes in ten minutes of a bad flood, at once. */
@ApplicationTest
class IncidentLoadTests {

    private static final int A_MINUTE = 500;
    private static final int MINUTES = 10;
    private static final int AT_ONCE = 8;

    @Autowired
    PlaceTree tree;

    @Autowired
    IncidentFixtures incidents;

    @Autowired
    IncidentQueries queries;

    @Autowired
    TestClock clock;

    @Test
    void fiveHundredPostsAMinuteLoseNothingAndDoubleNothing() throws Exception {
        var places = PlaceFixtures.plantedIn(tree);
        var flood = incidents.begun(places.county(), "FLOOD");
        var posts = new ArrayList<Callable<Long>>();
        for (var at = 0; at < A_MINUTE * MINUTES; at++) {
            var place = at % 2 == 0 ? places.east() : places.west();
            var id = ReportVersionId.next();
            var said = Map.of(Figure.EVACUATED, at);
            Callable<Long> post = () -> {
                var begin = System.nanoTime();
                incidents.reported(place, flood, id, clock.instant(), said);
                return (System.nanoTime() - begin) / 1_000_000;
            };
            posts.add(post);
            if (at % 10 == 0) {
                // a device that did not hear the answer
                posts.add(post);
            }
        }
        Collections.shuffle(posts, new Random(1));

        var begin = System.nanoTime();
        var taken = new ArrayList<Long>();
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (var answer : pool.invokeAll(posts)) {
                taken.add(answer.get());
            }
        } finally {
            pool.shutdown();
        }

        Collections.sort(taken);
        LoggerFactory.getLogger(IncidentLoadTests.class)
                .info(
                        "{} posts in {} ms, p50 {} ms, p99 {} ms",
                        posts.size(),
                        (System.nanoTime() - begin) / 1_000_000,
                        taken.get(taken.size() / 2),
                        taken.get(taken.size() * 99 / 100));
        assertThat(incidents.counted(
                        "select count(*)::int from grid_incident_report where incident_id = :id",
                        places.county(),
                        flood))
                .isEqualTo(A_MINUTE * MINUTES);
        assertThat(incidents.standings(queries, places.county(), flood).stream()
                        .map(Standing::versions)
                        .toList())
                .isEqualTo(List.of(A_MINUTE * MINUTES / 2, A_MINUTE * MINUTES / 2));
    }
}
