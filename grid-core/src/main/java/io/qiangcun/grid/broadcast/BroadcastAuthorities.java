package io.qiangcun.grid.broadcast;

/** What posts may be allowed to do with loudspeakers. */
public final class BroadcastAuthorities {

    public static final String READ = "grid.broadcast.read";
    /** Writes messages, checks those of others and stops them. */
    public static final String WRITE = "grid.broadcast.write";
    /** Enters speakers and issues their tokens. */
    public static final String INSTALL = "grid.broadcast.install";

    private BroadcastAuthorities() {}
}
