package io.qiangcun.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.RememberedSums.Question;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RememberedSumsTests {

    private static final int TIMES = 20;

    @Autowired
    RememberedSums remembered;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger counts = new AtomicInteger();
    private Question question;
    private PlaceFixtures places;

    @BeforeEach
    void ask() {
        places = PlaceFixtures.plantedIn(tree);
        question = new Question(
                UUID.randomUUID().toString(), "", "", YearMonth.of(2026, 11), YearMonth.of(2026, 11), LocalDate.EPOCH);
    }

    @Test
    void areNotCountedAgainWhileNobodyWrites() {
        // the database itself writes now and then
        for (var i = 0; i < TIMES; i++) {
            asked(places.county());
        }

        assertThat(counts.get()).isLessThan(TIMES / 2);
    }

    @Test
    void areCountedAnewAfterAnybodyHasWritten() {
        var first = asked(places.county());
        within(places.east(), this::write);

        assertThat(asked(places.county())).isGreaterThan(first);
    }

    @Test
    void areCountedByItselfByWhoHasWrittenAndKeptFromOthers() {
        var others = asked(places.county());
        within(places.county(), () -> {
            write();
            assertThat(count()).isGreaterThan(others);
        });
        var after = asked(places.county());

        assertThat(after).isEqualTo(counts.get());
    }

    @Test
    void areCountedForEveryFence() {
        var county = asked(places.county());

        assertThat(asked(places.east())).isNotEqualTo(county);
    }

    private int asked(PlaceCode place) {
        var answer = new AtomicInteger();
        within(place, () -> answer.set(count()));
        return answer.get();
    }

    private int count() {
        return remembered
                .sums(question, () -> List.of(counts.incrementAndGet()))
                .get(0);
    }

    private void write() {
        database.sql("select pg_current_xact_id()").query(Object.class).single();
    }

    private void within(PlaceCode place, Runnable work) {
        try (var here = Scope.as(Jurisdiction.within(place))) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        }
    }
}
