package io.qiangcun.core.metric;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.job.Aside;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was counted, as long as nobody has written anything since: who sees the same snapshot of the database through the
 * same fence would count the same. Several who ask the same at once have it counted once. Sums over a county may lag
 * behind others' writing, never behind one's own; half of the lag on they are counted anew while nobody waits.
 */
@Component
class RememberedSums {

    /** Every village of a county may look at its report on the same morning. */
    private static final int MOST = 512;

    /** What somebody did is dated when he did it and seen when it is written down, all of a large sheet at once. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final CurrentAccount account;
    private final Clock clock;
    private final Aside aside;
    private final Duration countyLag;
    private final Map<Asked, Sums> answers = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Sums> eldest) {
            return size() > MOST;
        }
    });

    /** @param countyLag how old the sums of a county may be that somebody is shown while others write */
    RememberedSums(
            JdbcClient database,
            CurrentAccount account,
            Clock clock,
            Aside aside,
            @Value("${qiangcun.metrics.county-lag:10s}") Duration countyLag) {
        this.database = database;
        this.account = account;
        this.clock = clock;
        this.aside = aside;
        this.countyLag = countyLag;
    }

    /** What is counted, where and when. */
    record Question(String sql, String lo, String hi, YearMonth first, YearMonth last, LocalDate today) {

        boolean overCounty() {
            return lo.length() <= PlaceKind.COUNTY.digits();
        }
    }

    /** @param fence which rows the transaction sees at all */
    private record Asked(String fence, Question question) {}

    /** @param count asks the database; always gives the same kind of sums for the same question */
    @SuppressWarnings("unchecked")
    <T> List<T> sums(Question question, Supplier<List<T>> count) {
        var moment = moment(account.actor().login());
        if (moment.wrote()) {
            return count.get();
        }
        var lag = question.overCounty() && !moment.wroteLately() ? countyLag : Duration.ZERO;
        return (List<T>) answers.computeIfAbsent(new Asked(moment.fence(), question), asked -> new Sums())
                .asOf(
                        moment,
                        lag,
                        () -> moment(account.actor().login()),
                        count,
                        renewal -> renew(question, moment.fence(), renewal));
    }

    /** Behind the same fence, or not at all. */
    private void renew(Question question, String fence, Consumer<Optional<Moment>> renewal) {
        aside.read(
                Jurisdiction.within(new PlaceCode(question.lo())),
                () -> renewal.accept(
                        Optional.of(moment("")).filter(now -> now.fence().equals(fence))),
                () -> renewal.accept(Optional.empty()));
    }

    /** The snapshot names every transaction whose writing is not seen, and the fence every place whose rows are. */
    private Moment moment(String login) {
        return database.sql("""
                select pg_current_snapshot()::text as snapshot, statement_timestamp() as at,
                  concat_ws(' ', current_setting('qiangcun.lo', true), current_setting('qiangcun.hi', true)) as fence,
                  pg_current_xact_id_if_assigned() is not null as wrote,
                  exists (select from audit_entry where login = :me and happened_at > :lately) as wrote_lately
                """)
                .param("me", login)
                .param(
                        "lately",
                        OffsetDateTime.now(clock).minus(LONGEST_WRITING).minus(countyLag))
                .query(Moment::of)
                .single();
    }

    /**
     * When somebody asks.
     *
     * @param wrote whether he has written in this transaction
     * @param wroteLately whether he wrote so short ago that a sum which may lag could miss it
     */
    private record Moment(String snapshot, OffsetDateTime at, String fence, boolean wrote, boolean wroteLately) {

        static Moment of(ResultSet row, int number) throws SQLException {
            return new Moment(
                    row.getString("snapshot"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("fence"),
                    row.getBoolean("wrote"),
                    row.getBoolean("wrote_lately"));
        }
    }

    private record Counted(Moment moment, List<?> sums) {

        /** Nobody has written since, or it was counted late enough. */
        boolean serves(Moment asked, Duration lag) {
            return moment.snapshot().equals(asked.snapshot())
                    || !moment.at().isBefore(asked.at().minus(lag));
        }
    }

    /** The sums of one question, counted by one at a time. */
    private static final class Sums {

        private final ReentrantLock counting = new ReentrantLock();
        private final AtomicBoolean renewing = new AtomicBoolean();
        private volatile @Nullable Counted last;

        /**
         * Half of the lag is for those who need not wait while it is counted anew. Who has to wait begins at a moment of his
         * own, so that the others who waited are served too.
         */
        List<?> asOf(
                Moment asked,
                Duration lag,
                Supplier<Moment> now,
                Supplier<? extends List<?>> count,
                Consumer<Consumer<Optional<Moment>>> renew) {
            var known = last;
            if (known != null && known.serves(asked, lag)) {
                if (!known.serves(asked, lag.dividedBy(2)) && renewing.compareAndSet(false, true)) {
                    renew.accept(moment -> renew(moment, count));
                }
                return known.sums();
            }
            var waits = !counting.tryLock();
            if (waits) {
                counting.lock();
            }
            try {
                known = last;
                if (known == null || !known.serves(asked, lag)) {
                    known = new Counted(waits ? now.get() : asked, List.copyOf(count.get()));
                    last = known;
                }
                return known.sums();
            } finally {
                counting.unlock();
            }
        }

        private void renew(Optional<Moment> moment, Supplier<? extends List<?>> count) {
            try {
                moment.ifPresent(now -> last = new Counted(now, List.copyOf(count.get())));
            } finally {
                renewing.set(false);
            }
        }
    }
}
