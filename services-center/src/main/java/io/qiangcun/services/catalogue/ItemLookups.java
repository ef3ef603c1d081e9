package io.qiangcun.services.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts which guides are looked up, without knowing by whom. Counted in memory and written down now and then: a
 * reader never waits for it.
 */
@Component
public class ItemLookups {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int DAYS = 30;
    private static final int MOST = 8;

    private final JdbcClient database;
    private final Clock clock;
    private final Map<ServiceItemCode, LongAdder> counted = new ConcurrentHashMap<>();
    private volatile @Nullable Popular popular;

    ItemLookups(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Popular(List<ServiceItemCode> codes, Instant readAt) {}

    public void count(ServiceItemCode code) {
        counted.computeIfAbsent(code, none -> new LongAdder()).increment();
    }

    /** Those looked up most in the last 30 days, at most eight. */
    @Transactional(readOnly = true)
    public List<ServiceItemCode> most() {
        var seen = popular;
        if (seen == null || seen.readAt().plus(FRESH).isBefore(clock.instant())) {
            seen = new Popular(
                    database
                            .sql("""
                            select code from services_item_lookup where day > :since
                            group by code order by sum(looks) desc, code limit :most
                            """)
                            .param("since", LocalDate.now(clock).minusDays(DAYS))
                            .param("most", MOST)
                            .query(String.class)
                            .list()
                            .stream()
                            .map(ServiceItemCode::new)
                            .toList(),
                    clock.instant());
            popular = seen;
        }
        return seen.codes();
    }

    /** Writes down what was counted since the last time. */
    @Transactional
    public void writeDown() {
        counted.forEach((code, adder) -> {
            var looks = adder.sumThenReset();
            if (looks > 0) {
                database.sql("""
                        insert into services_item_lookup (code, day, looks) values (:code, :day, :looks)
                        on conflict (day, code) do update set looks = services_item_lookup.looks + excluded.looks
                        """)
                        .param("code", code.value())
                        .param("day", LocalDate.now(clock))
                        .param("looks", looks)
                        .update();
            }
        });
    }
}
