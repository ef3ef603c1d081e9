package io.qiangcun.core.metric;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was counted, as long as nobody has written anything since: who sees the same snapshot of the database through the
 * same fence would count the same. Whoever has written in his own transaction counts for himself.
 */
@Component
class RememberedSums {

    private static final int MOST = 32;

    private final JdbcClient database;
    private final Map<Asked, List<?>> answers = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<?>> eldest) {
            return size() > MOST;
        }
    });

    RememberedSums(JdbcClient database) {
        this.database = database;
    }

    /** What is counted, where and when. */
    record Question(String sql, String lo, String hi, YearMonth first, YearMonth last, LocalDate today) {}

    /** @param fence which rows the transaction sees at all */
    private record Moment(String snapshot, String fence, boolean wrote) {}

    private record Asked(Moment moment, Question question) {}

    /** @param count asks the database; always gives the same kind of sums for the same question */
    @SuppressWarnings("unchecked")
    <T> List<T> sums(Question question, Supplier<List<T>> count) {
        var moment = moment();
        if (moment.wrote()) {
            return count.get();
        }
        var asked = new Asked(moment, question);
        var known = answers.get(asked);
        if (known == null) {
            known = List.copyOf(count.get());
            answers.put(asked, known);
        }
        return (List<T>) known;
    }

    /** The snapshot names every transaction whose writing is not seen, and the fence every place whose rows are. */
    private Moment moment() {
        return database.sql("""
                select pg_current_snapshot()::text as snapshot,
                  concat_ws(' ', current_setting('qiangcun.lo', true), current_setting('qiangcun.hi', true)) as fence,
                  pg_current_xact_id_if_assigned() is not null as wrote
                """).query(Moment.class).single();
    }
}
