package io.qiangcun.core.audit;

import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the entries that have been committed since the last time. Not done where entries are written: a chain makes
 * every writer wait for every other.
 */
@Service
@Transactional
public class AuditSealer {

    static final int BATCH = 5000;

    /** No transaction lasts longer; what lies further back has had its turn. */
    static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(hashtext('qiangcun.audit-seal'))";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Clock clock;

    AuditSealer(JdbcClient database, JdbcTemplate batches, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Seals one batch.
     *
     * @param everywhere only whoever sees all places can chain them
     * @return how many entries it sealed; a full batch means that there may be more
     */
    public int seal(Jurisdiction everywhere) {
        if (!database.sql(ONE_AT_A_TIME).query(Boolean.class).single()) {
            return 0;
        }
        var head = head();
        var entries = unsealedAfter(head.map(Head::recordedAt), everywhere);
        insert(chained(head, entries));
        return entries.size();
    }

    /** The last seal. */
    @Transactional(readOnly = true)
    public Optional<SealedHead> sealedHead() {
        return head().map(head -> new SealedHead(head.sequence(), HexFormat.of().formatHex(head.hash())));
    }

    /**
     * The last seal that was made on the day, in China's time: a number that nobody could choose, and that anybody can find
     * again who has the trail.
     */
    @Transactional(readOnly = true)
    public Optional<SealedHead> lastOf(LocalDate day) {
        return database.sql("""
            select seal_seq, hash from audit_seal where sealed_at >= :from and sealed_at < :until
            order by sealed_at desc, seal_seq desc limit 1
            """)
                .param("from", startOf(day))
                .param("until", startOf(day.plusDays(1)))
                .query((row, index) ->
                        new SealedHead(row.getLong("seal_seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(CHINA).toOffsetDateTime();
    }

    private Optional<Head> head() {
        return database.sql("""
            select s.seal_seq, s.hash, e.recorded_at
            from audit_seal s left join audit_entry e on e.audit_entry_id = s.audit_entry_id
            order by s.seal_seq desc limit 1
            """)
                .query((row, index) -> new Head(
                        row.getLong("seal_seq"),
                        row.getBytes("hash"),
                        Optional.ofNullable(row.getObject("recorded_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.EPOCH)))
                .optional();
    }

    private List<Entry> unsealedAfter(Optional<Instant> recorded, Jurisdiction everywhere) {
        var since = recorded.map(at -> at.minus(LONGEST_TRANSACTION)).orElse(Instant.EPOCH);
        return database.sql("""
            select e.audit_entry_id as id, %s as canonical
            from audit_entry e
            where e.recorded_at >= :since and e.place_code >= :lo and e.place_code < :hi
              and not exists (select from audit_seal s where s.audit_entry_id = e.audit_entry_id)
            order by e.audit_entry_id
            limit :batch
            """.formatted(AuditChain.CANONICAL))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("lo", everywhere.lo())
                .param("hi", everywhere.hi())
                .param("batch", BATCH)
                .query(Entry.class)
                .list();
    }

    private List<Object[]> chained(Optional<Head> head, List<Entry> entries) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var sequence = head.map(Head::sequence).orElse(0L);
        var previous = head.map(Head::hash).orElseGet(AuditChain::origin);
        var seals = new ArrayList<Object[]>(entries.size());
        for (var entry : entries) {
            sequence++;
            var hash = AuditChain.hash(previous, entry.canonical());
            seals.add(new Object[] {sequence, entry.id(), hash, previous, now});
            previous = hash;
        }
        return seals;
    }

    private void insert(List<Object[]> seals) {
        batches.batchUpdate(
                "insert into audit_seal (seal_seq, audit_entry_id, hash, previous_hash, sealed_at) values (?, ?, ?, ?, ?)",
                seals);
    }

    private record Head(long sequence, byte[] hash, Instant recordedAt) {}

    record Entry(long id, String canonical) {}
}
