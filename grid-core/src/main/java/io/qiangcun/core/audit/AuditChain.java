package io.qiangcun.core.audit;

import io.qiangcun.core.domain.Sha256;

/** How an entry is tied to the one before: SHA-256 over the previous hash and the row in its canonical form. */
final class AuditChain {

    static final int HASH_BYTES = 32;

    /**
     * The row as PostgreSQL writes it into a JSON array; times in UTC to the microsecond. The text is built here and not
     * by a function of the database, which an intruder could replace.
     */
    static final String CANONICAL = """
        jsonb_build_array(e.audit_entry_id,
          to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
          to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
          e.account_id, e.login, e.post, e.holder, e.place_code, e.type, e.subject, e.payload, e.request)::text
        """;

    private AuditChain() {}

    /** What stands before the first entry. */
    static byte[] origin() {
        return new byte[HASH_BYTES];
    }

    static byte[] hash(byte[] previous, String canonical) {
        return Sha256.chained(previous, canonical);
    }
}
