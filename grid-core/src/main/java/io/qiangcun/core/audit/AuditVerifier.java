package io.qiangcun.core.audit;

import io.qiangcun.core.place.Jurisdiction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the chain from its beginning and names the first entry that was changed, removed, moved or slipped in. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditVerifier {

    private static final int ROWS_AT_A_TIME = 2000;

    private final JdbcClient database;
    private final JdbcTemplate stream;
    private final AuditHeads heads;

    AuditVerifier(JdbcClient database, DataSource source, AuditHeads heads) {
        this.database = database;
        this.stream = new JdbcTemplate(source);
        this.stream.setFetchSize(ROWS_AT_A_TIME);
        this.heads = heads;
    }

    public AuditVerdict verify(Jurisdiction everywhere) {
        var walk = new Walk(new ArrayDeque<>(heads.noted().stream()
                .sorted(Comparator.comparingLong(SealedHead::sequence))
                .toList()));
        stream.query("""
            select s.seal_seq, s.audit_entry_id, s.hash, s.previous_hash, %s as canonical, e.audit_entry_id is null as gone
            from audit_seal s left join audit_entry e on e.audit_entry_id = s.audit_entry_id
            order by s.seal_seq
            """.formatted(AuditChain.CANONICAL), walk::step);
        var flaw = Optional.ofNullable(walk.flaw)
                .or(walk::missingHead)
                .or(() -> neverSealed(everywhere))
                .or(() -> emptied(everywhere));
        return new AuditVerdict(
                walk.sequence, waiting(everywhere), HexFormat.of().formatHex(walk.previous), flaw.orElse(null));
    }

    private long waiting(Jurisdiction everywhere) {
        return database.sql("""
            select count(*) from audit_entry e where e.place_code >= :lo and e.place_code < :hi
              and not exists (select from audit_seal s where s.audit_entry_id = e.audit_entry_id)
            """)
                .param("lo", everywhere.lo())
                .param("hi", everywhere.hi())
                .query(Long.class)
                .single();
    }

    /** The sealer has passed these by: they were not there when they should have been. */
    private Optional<String> neverSealed(Jurisdiction everywhere) {
        return database.sql("""
            select min(e.audit_entry_id) from audit_entry e
            where e.place_code >= :lo and e.place_code < :hi
              and not exists (select from audit_seal s where s.audit_entry_id = e.audit_entry_id)
              and e.recorded_at < (
                select h.recorded_at - make_interval(secs => :longest) from audit_seal s
                join audit_entry h on h.audit_entry_id = s.audit_entry_id order by s.seal_seq desc limit 1)
            """)
                .param("lo", everywhere.lo())
                .param("hi", everywhere.hi())
                .param("longest", (double) AuditSealer.LONGEST_TRANSACTION.toSeconds())
                .query(Long.class)
                .optional()
                .map("Entry %d was slipped in behind the chain"::formatted);
    }

    /** Numbers have been given out, yet nothing is there. */
    private Optional<String> emptied(Jurisdiction everywhere) {
        var emptied = database.sql("""
            select (select is_called from audit_entry_audit_entry_id_seq)
              and not exists (select from audit_entry where place_code >= :lo and place_code < :hi)
            """)
                .param("lo", everywhere.lo())
                .param("hi", everywhere.hi())
                .query(Boolean.class)
                .single();
        return emptied ? Optional.of("All entries are gone") : Optional.empty();
    }

    private static final class Walk {

        private final Queue<SealedHead> expected;
        private long sequence;
        private byte[] previous = AuditChain.origin();
        private @Nullable String flaw;

        Walk(Queue<SealedHead> expected) {
            this.expected = expected;
        }

        void step(ResultSet row) throws SQLException {
            if (flaw == null) {
                flaw = flawOf(row);
            }
            if (flaw == null) {
                sequence++;
                previous = row.getBytes("hash");
            }
        }

        private @Nullable String flawOf(ResultSet row) throws SQLException {
            var seal = row.getLong("seal_seq");
            var entry = row.getLong("audit_entry_id");
            if (seal != sequence + 1) {
                return "Seal %d is missing".formatted(sequence + 1);
            }
            if (row.getBoolean("gone")) {
                return "Entry %d, sealed as %d, is missing".formatted(entry, seal);
            }
            if (!Arrays.equals(previous, row.getBytes("previous_hash"))) {
                return "Seal %d of entry %d does not follow seal %d".formatted(seal, entry, sequence);
            }
            if (!Arrays.equals(AuditChain.hash(previous, row.getString("canonical")), row.getBytes("hash"))) {
                return "Entry %d, sealed as %d, was changed or moved".formatted(entry, seal);
            }
            return contradictsNotedHead(seal, row.getBytes("hash"))
                    ? "Seal %d of entry %d is not the one that was noted outside the database".formatted(seal, entry)
                    : null;
        }

        private boolean contradictsNotedHead(long seal, byte[] hash) {
            var contradicts = false;
            while (!expected.isEmpty() && expected.element().sequence() == seal) {
                contradicts |= !expected.remove().hash().equals(HexFormat.of().formatHex(hash));
            }
            return contradicts;
        }

        /** A head was noted further along than the chain goes. */
        Optional<String> missingHead() {
            return Optional.ofNullable(expected.peek())
                    .map(head -> "The chain ends at seal %d, but seal %d was noted outside the database"
                            .formatted(sequence, head.sequence()));
        }
    }
}
