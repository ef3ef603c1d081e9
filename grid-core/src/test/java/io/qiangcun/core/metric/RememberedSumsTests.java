package io.qiangcun.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.job.Aside;
import io.qiangcun.core.metric.RememberedSums.Question;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RememberedSumsTests {

    private static final int TIMES = 20;
    private static final int OTHERS = 3;

    @Autowired
    RememberedSums remembered;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CurrentAccount account;

    @Autowired
    Aside aside;

    @Autowired
    Clock clock;

    private final AtomicInteger counts = new AtomicInteger();
    private final Set<Thread> counters = ConcurrentHashMap.newKeySet();
    private Question question;
    private PlaceFixtures places;

    @BeforeEach
    void ask() {
        places = PlaceFixtures.plantedIn(tree);
        question = new Question(
                UUID.randomUUID().toString(),
                places.county().value(),
                places.county().value() + "~",
                YearMonth.of(2026, 11),
                YearMonth.of(2026, 11),
                LocalDate.EPOCH);
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

    @Test
    void areCountedOnceForAllWhoAskWhileSomebodyCounts() throws InterruptedException {
        var counting = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first = new Thread(() -> within(
                places.county(),
                () -> remembered.sums(question, () -> {
                    counting.countDown();
                    await(mayEnd);
                    return List.of(counts.incrementAndGet());
                })));
        first.start();
        await(counting);
        var others = Stream.generate(() -> new Thread(() -> asked(places.county())))
                .limit(OTHERS)
                .toList();
        others.forEach(Thread::start);
        while (!others.stream().allMatch(other -> other.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();
        first.join();
        for (var other : others) {
            other.join();
        }

        // the first count, and at most one more for those who asked after it had begun
        assertThat(counts.get()).isBetween(1, 2);
    }

    @Test
    void ofACountyMayLagBehindTheWritingOfOthers() {
        remembered = lagging();
        var first = asked(places.county());
        within(places.east(), this::write);

        assertThat(asked(places.county())).isEqualTo(first);
    }

    @Test
    void ofAPlaceInTheCountyNeverLag() {
        remembered = lagging();
        question = new Question(
                question.sql(),
                places.east().value(),
                places.east().value() + "~",
                question.first(),
                question.last(),
                question.today());
        var first = asked(places.county());
        within(places.east(), this::write);

        assertThat(asked(places.county())).isGreaterThan(first);
    }

    @Test
    void neverLagBehindOnesOwnWriting() {
        remembered = lagging();
        try (var here = SignedIn.here(database, places.county(), null)) {
            var first = asked(places.county());
            within(places.county(), () -> database.sql("""
                    insert into audit_entry (happened_at, login, post, holder, place_code, type, subject, payload)
                    values (:at, :login, '', '', :place, 'test', '', '{}')
                    """)
                    .param("at", OffsetDateTime.now(clock))
                    .param("login", account.actor().login())
                    .param("place", places.county().value())
                    .update());

            assertThat(asked(places.county())).isGreaterThan(first);
        }
    }

    @Test
    void areCountedAnewWhileNobodyWaitsOnceHalfOfTheLagIsOver() {
        remembered = lagging(Duration.ofMillis(1_000));
        var first = asked(places.county());
        within(places.east(), this::write);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (asked(places.county()) == first && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertThat(asked(places.county())).isGreaterThan(first);
        assertThat(counters).as("who asked, and somebody else").hasSize(2);
    }

    private RememberedSums lagging() {
        return lagging(Duration.ofHours(1));
    }

    private RememberedSums lagging(Duration lag) {
        return new RememberedSums(database, account, clock, aside, lag);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int asked(PlaceCode place) {
        var answer = new AtomicInteger();
        within(place, () -> answer.set(count()));
        return answer.get();
    }

    private int count() {
        return remembered
                .sums(question, () -> {
                    counters.add(Thread.currentThread());
                    return List.of(counts.incrementAndGet());
                })
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
