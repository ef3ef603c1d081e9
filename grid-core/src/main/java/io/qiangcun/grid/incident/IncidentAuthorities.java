package io.qiangcun.grid.incident;

/** What posts may be allowed to do in an emergency. */
public final class IncidentAuthorities {

    public static final String READ = "grid.incident.read";
    /** Reports how things stand and answers calls. */
    public static final String REPORT = "grid.incident.report";
    /** Switches incidents on and off, calls everybody, compiles bulletins. */
    public static final String COMMAND = "grid.incident.command";

    private IncidentAuthorities() {}
}
