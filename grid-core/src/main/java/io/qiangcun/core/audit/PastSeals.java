package io.qiangcun.core.audit;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the chain in the past, for an installation that is filled with what happened before it, such as the demonstration.
 * A chain that has begun is never touched.
 */
@Service
@Transactional
public class PastSeals {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient database;
    private final AuditPayload payload;

    PastSeals(JdbcClient database, AuditPayload payload) {
        this.database = database;
        this.payload = payload;
    }

    /**
     * Writes down that these days ended, and seals them then.
     *
     * @param moments in their order, on different days
     * @return false, and nothing is written, if the chain has begun
     */
    public boolean seal(Jurisdiction everywhere, PlaceCode place, List<Instant> moments) {
        database.sql("select pg_advisory_xact_lock(hashtext('qiangcun.audit-seal'))")
                .query((row, index) -> true)
                .single();
        if (!everywhere.covers(place) || hasBegun()) {
            return false;
        }
        var previous = AuditChain.origin();
        for (var at = 0; at < moments.size(); at++) {
            previous = seal(at + 1L, write(place, moments.get(at)), moments.get(at), previous);
        }
        return true;
    }

    private boolean hasBegun() {
        return database.sql("select exists (select from audit_seal)")
                .query(Boolean.class)
                .single();
    }

    private long write(PlaceCode place, Instant at) {
        var event = new DayEnded(LocalDate.ofInstant(at, CHINA), place);
        var actor = Actor.system();
        return database.sql("""
            insert into audit_entry (recorded_at, happened_at, login, post, holder, place_code, type, subject, payload)
            values (:at, :at, :login, :post, :holder, :place, :type, :subject, cast(:payload as jsonb))
            returning audit_entry_id
            """)
                .param("at", utc(at))
                .param("login", actor.login())
                .param("post", actor.post())
                .param("holder", actor.holder())
                .param("place", place.value())
                .param("type", AuditEventType.of(DayEnded.class))
                .param("subject", payload.subjectOf(event))
                .param("payload", payload.of(event))
                .query(Long.class)
                .single();
    }

    private byte[] seal(long sequence, long entry, Instant at, byte[] previous) {
        var canonical = database.sql(
                        "select %s from audit_entry e where e.audit_entry_id = :entry".formatted(AuditChain.CANONICAL))
                .param("entry", entry)
                .query(String.class)
                .single();
        var hash = AuditChain.hash(previous, canonical);
        database.sql("""
            insert into audit_seal (seal_seq, audit_entry_id, hash, previous_hash, sealed_at)
            values (:sequence, :entry, :hash, :previous, :at)
            """)
                .param("sequence", sequence)
                .param("entry", entry)
                .param("hash", hash)
                .param("previous", previous)
                .param("at", utc(at))
                .update();
        return hash;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
