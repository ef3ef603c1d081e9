package io.qiangcun.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what was measured beside what was promised. */
final class BenchmarkReport {

    private static final int MOST_STATEMENTS = 15;
    private static final int SECOND_START_SECONDS = 15;
    private static final int SWEEP_SECONDS = 20;
    private static final int MEMORY_MEGABYTES = 700;

    private final int years;
    private Map<Task, Statements.PerRun> statements = Map.of();
    private Map<Pace, Map<Task, Times.Result>> results = Map.of();
    private int secondsWithoutPause = 1;
    private int secondsInTheField = 1;
    private Duration firstStart = Duration.ZERO;
    private List<Duration> starts = List.of();
    private long sweepMillis;
    private long applicationMegabytes;
    private long databaseMegabytes;
    private String rows = "";

    BenchmarkReport(int years) {
        this.years = years;
    }

    void firstStart(Duration took) {
        firstStart = took;
    }

    void starts(List<Duration> took, long sweep) {
        starts = took.stream().sorted().toList();
        sweepMillis = sweep;
    }

    void statements(Map<Task, Statements.PerRun> perRun) {
        statements = perRun;
    }

    void put(Map<Pace, Map<Task, Times.Result>> measured, int withoutPause, int inTheField) {
        results = measured;
        secondsWithoutPause = withoutPause;
        secondsInTheField = inTheField;
    }

    void memory(long application, long database) {
        applicationMegabytes = application;
        databaseMegabytes = database;
    }

    void rows(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("""
                        select to_char((select count(*) from party_activity), 'FM999,999,999') || ' records, '
                          || to_char((select count(*) from duty), 'FM999,999,999') || ' duties, '
                          || to_char((select count(*) from report_cell), 'FM999,999,999') || ' report cells, '
                          || to_char((select count(*) from warning), 'FM999,999,999') || ' warnings, '
                          || pg_size_pretty(pg_database_size('qiangcun'))
                        """)) {
            row.next();
            rows = row.getString(1);
        }
    }

    void write(Path file) {
        Sections.writeFirst(file, text());
    }

    private String text() {
        return """
                # Benchmarks

                Written by `./mvnw -Pbench verify` on %s. %d cores, JDK %s, %s; the application (extracted and with an archive of
                its classes as in the image, `-Xmx384m -XX:+UseSerialGC`), its
                PostgreSQL and the load all share the machine. The demo county with %d years of history: %s.

                ## Pages, 16 users at work

                | | requests | failed | p50 ms | p95 ms | p99 ms | limit p95 | | a second at most |
                |---|--:|--:|--:|--:|--:|--:|---|--:|
                %s
                Gatling, closed model: 16 users of the same task at once, each with half a second to one and a half between
                an answer and the next request. The last column is how many requests a second are answered when none of
                the 16 pauses at all. Each task for itself, after a warm-up.

                ## Intake of grid events

                | | measured | limit | |
                |---|--:|--:|---|
                | events a second, one in ten with a photo of 300 KB | %d | %d | %s |
                | 99 of 100 answered within, ms | %d | %d | %s |
                | failed, of %,d | %d | 0 | %s |
                | events a second at most | %d | | |

                Posted by %,d grid workers for %d seconds, each with a report about every 45 seconds, into a table of %,d events;
                the photos are sent after it. The last line is how many are taken in when 16 devices do not pause at all. More
                than a minute: `-Dbench.intake-seconds=600`. The list of open events is above.

                ## One reader, and what the database does for him

                | | statements | limit | SQL ms | whole ms | whole/SQL | |
                |---|--:|--:|--:|--:|--:|---|
                %s
                *SQL* is planning and execution of the same statements by the database's own count (`pg_stat_statements`),
                without the way there; *whole* is from the request to the last byte of the page. Statements include the one
                that enters the scope of each transaction, not `begin` and `commit`. Saving is without its form.

                ## Starting and staying

                | | measured | limit | |
                |---|--:|--:|---|
                | first start, demo county of %d years included | %s s | | |
                | second start (median of %d) | %s s | %d s | %s |
                | rules over the whole county | %s s | %d s | %s |
                | resident memory after the run | %d MB | %d MB | %s |
                | its PostgreSQL's share beside it | %d MB | | |
                """
                .formatted(
                        LocalDate.now(ZoneId.of("Asia/Shanghai")),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        years,
                        rows,
                        pages(),
                        reportedASecond(),
                        Events.A_SECOND,
                        kept(reportedASecond() >= Events.A_SECOND),
                        reported().p99(),
                        Events.LIMIT_P99,
                        kept(reported().requests() > reported().failed() && reported().p99() < Events.LIMIT_P99),
                        reported().requests(),
                        reported().failed(),
                        kept(reported().requests() > 0 && reported().failed() == 0),
                        served(Pace.WITHOUT_PAUSE, Task.REPORT_EVENT) / secondsWithoutPause,
                        Events.WORKERS,
                        secondsInTheField,
                        Events.IN_THE_TABLE,
                        readers(),
                        years,
                        seconds(firstStart),
                        starts.size(),
                        seconds(starts.get(starts.size() / 2)),
                        SECOND_START_SECONDS,
                        kept(starts.get(starts.size() / 2).toSeconds() < SECOND_START_SECONDS),
                        decimal(sweepMillis / 1000.0),
                        SWEEP_SECONDS,
                        kept(sweepMillis < SWEEP_SECONDS * 1000L),
                        applicationMegabytes,
                        MEMORY_MEGABYTES,
                        kept(applicationMegabytes < MEMORY_MEGABYTES),
                        databaseMegabytes);
    }

    private String pages() {
        var lines = new StringBuilder();
        for (var task : Task.values()) {
            var result = result(Pace.AT_WORK, task);
            lines.append("| %s | %d | %d | %d | %d | %d | %d | %s | %s |\n"
                    .formatted(
                            task.title(),
                            result.requests(),
                            result.failed(),
                            result.median(),
                            result.p95(),
                            result.p99(),
                            task.limit(),
                            kept(result.failed() == 0 && result.requests() > 0 && result.p95() < task.limit()),
                            task.isEveryDay() ? served(Pace.WITHOUT_PAUSE, task) / secondsWithoutPause : ""));
        }
        return lines.toString();
    }

    private Times.Result result(Pace pace, Task task) {
        return results.getOrDefault(pace, Map.of()).getOrDefault(task, Times.Result.NONE);
    }

    private Times.Result reported() {
        return result(Pace.IN_THE_FIELD, Task.REPORT_EVENT);
    }

    /** From the first who sets out to the last who is done. */
    private long reportedASecond() {
        return served(Pace.IN_THE_FIELD, Task.REPORT_EVENT)
                / (secondsInTheField + Events.SETTING_OUT.toSeconds());
    }

    private int served(Pace pace, Task task) {
        var result = result(pace, task);
        return result.requests() - result.failed();
    }

    private String readers() {
        var lines = new StringBuilder();
        for (var task : Task.values()) {
            Statements.@Nullable PerRun run = statements.get(task);
            if (run != null) {
                lines.append("| %s | %s | %d | %s | %s | %s | %s |\n"
                        .formatted(
                                task.title(),
                                decimal(run.statements()),
                                MOST_STATEMENTS,
                                decimal(run.sqlMillis()),
                                decimal(run.wholeMillis()),
                                decimal(run.wholeMillis() / run.sqlMillis()),
                                kept(run.statements() <= MOST_STATEMENTS)));
            }
        }
        return lines.toString();
    }

    private static String kept(boolean limit) {
        return limit ? "kept" : "**missed**";
    }

    private static String seconds(Duration duration) {
        return decimal(duration.toMillis() / 1000.0);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
