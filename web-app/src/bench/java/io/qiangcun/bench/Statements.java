package io.qiangcun.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What the database did while something was asked of the application, by its own count. */
final class Statements {

    private static final int REPETITIONS = 40;

    private final Connection database;

    Statements(Connection database) throws SQLException {
        this.database = database;
        try (var statement = database.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** How often one run of the work asks the database, how long that takes there, and how long the whole takes. */
    PerRun of(Runnable work) throws SQLException {
        for (var i = 0; i < REPETITIONS; i++) {
            work.run();
        }
        reset();
        var begin = System.nanoTime();
        for (var i = 0; i < REPETITIONS; i++) {
            work.run();
        }
        var millis = (System.nanoTime() - begin) / 1e6 / REPETITIONS;
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select coalesce(sum(s.calls), 0), coalesce(sum(s.total_exec_time + s.total_plan_time), 0)
                        from pg_stat_statements s join pg_roles r on r.oid = s.userid
                        where r.rolname = 'qiangcun_app' and s.query !~* '^(begin|commit|rollback|set )'
                          and s.query not ilike '%scheduled_tasks%' and s.query not ilike '%audit_%'
                        """)) {
            row.next();
            return new PerRun(
                    (double) row.getLong(1) / REPETITIONS, row.getDouble(2) / REPETITIONS, millis);
        }
    }

    private void reset() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /**
     * One reader, nobody else.
     *
     * @param statements without the ones that begin and end transactions
     * @param sqlMillis planning and execution in the database
     * @param wholeMillis from the request to the last byte of the answer
     */
    record PerRun(double statements, double sqlMillis, double wholeMillis) {}
}
