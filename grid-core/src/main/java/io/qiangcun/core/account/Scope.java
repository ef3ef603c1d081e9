package io.qiangcun.core.account;

import io.qiangcun.core.place.Jurisdiction;

/**
 * Where transactions begun on this thread may read and write: nowhere, until the request filter or a
 * job enters a scope. Threads never inherit it. Only the database is told; code takes a {@link
 * Jurisdiction} as a parameter.
 */
public record Scope(Jurisdiction reads, Jurisdiction writes) {

    private static final Scope NONE = new Scope(Jurisdiction.nowhere(), Jurisdiction.nowhere());

    private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /** Enters a scope until the returned handle is closed. A running transaction keeps its own. */
    public static Held as(Jurisdiction reads, Jurisdiction writes) {
        var outer = CURRENT.get();
        CURRENT.set(new Scope(reads, writes));
        return () -> CURRENT.set(outer);
    }

    public static Held as(Jurisdiction jurisdiction) {
        return as(jurisdiction, jurisdiction);
    }

    static Scope current() {
        return CURRENT.get();
    }

    /** A scope entered; leaves it when closed. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }
}
