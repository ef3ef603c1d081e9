package io.qiangcun.bench;

import io.qiangcun.bench.Task.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The whole measurement: a county with five years behind it, started, read, written to, started again. */
public final class Benchmark {

    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);

    private static final String PASSWORD = "Qiangcun#2026";
    private static final int YEARS = Integer.getInteger("bench.years");
    private static final int STARTS = 3;
    private static final List<String> TOWNSHIPS = List.of(
            "150524100", "150524101", "150524102", "150524103", "150524104", "150524200", "150524201", "150524202");
    private static final int VILLAGES_PER_TOWNSHIP = 4;
    private static final int FIRST_VILLAGE = 200;

    private final Path jar;
    private final Path directory;

    private Benchmark(Path jar, Path directory) {
        this.jar = jar;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws SQLException {
        var jar = Path.of(arguments[0]).toAbsolutePath();
        var directory = Path.of(arguments[1]).toAbsolutePath();
        var report = Path.of(arguments[2]);
        switch (System.getProperty("bench.only", "")) {
            case "ledger" -> new LedgerBenchmark(jar, directory).run(report);
            case "services" -> new ServicesBenchmark(jar, directory).run(report);
            default -> new Benchmark(jar, directory).run().write(report);
        }
    }

    private BenchmarkReport run() throws SQLException {
        FileSystemUtils.deleteRecursively(directory.toFile());
        RunningApplication.extract(jar, application());
        var report = new BenchmarkReport(YEARS);
        countStatements(report);
        measureStarts(report);
        try (var application = start("load.log", List.of())) {
            var sessions = signIn(application);
            report.put(
                    load(application),
                    Integer.getInteger("bench.warm-up"),
                    Integer.getInteger("bench.intake-seconds"));
            report.memory(application.residentMegabytes(), application.databaseMegabytes());
            LOG.info("{} sessions were in use", sessions);
        }
        return report;
    }

    /** The first start fills the database; then one reader, with the database counting. */
    private void countStatements(BenchmarkReport report) throws SQLException {
        LOG.info("First start with {} years of history", YEARS);
        var counting = List.of(
                "--qiangcun.demo.months=" + 12 * YEARS,
                "--qiangcun.database.settings.shared_preload_libraries=pg_stat_statements",
                "--qiangcun.database.settings.pg_stat_statements.track_planning=on");
        try (var application = start("first-start.log", counting);
                var database = application.database()) {
            report.firstStart(application.startedIn());
            Events.fill(database);
            Events.paint(directory.resolve("photo.jpg"));
            analyse(database);
            report.rows(database);
            var statements = new Statements(database);
            var address = application.address();
            var township = Visitor.signedIn(address, "township-" + TOWNSHIPS.get(0), PASSWORD);
            var village = Visitor.signedIn(address, village(TOWNSHIPS.get(0), 0), PASSWORD);
            var county = Visitor.signedIn(address, "county", PASSWORD);
            var readers = Map.of(Reader.TOWNSHIP, township, Reader.VILLAGE, village, Reader.COUNTY, county);
            var perRun = new EnumMap<Task, Statements.PerRun>(Task.class);
            for (var task : Task.values()) {
                var reader = Objects.requireNonNull(readers.get(task.reader()));
                var path = task.pathFor(reader);
                perRun.put(
                        task,
                        task == Task.SAVE_RECORD
                                ? savingAlone(statements, village)
                                : statements.of(() -> reader.reads(path)));
            }
            report.statements(perRun);
        }
    }

    /** What the form itself asks is taken off: it was open already. */
    private static Statements.PerRun savingAlone(Statements statements, Visitor village) throws SQLException {
        var form = statements.of(() -> village.reads(Saving.FORM));
        var both = statements.of(() -> Saving.once(village));
        return new Statements.PerRun(
                both.statements() - form.statements(),
                both.sqlMillis() - form.sqlMillis(),
                both.wholeMillis() - form.wholeMillis());
    }

    private void measureStarts(BenchmarkReport report) {
        var starts = new ArrayList<Duration>();
        long sweep = 0;
        for (var i = 0; i < STARTS; i++) {
            try (var application = start("start-" + i + ".log", List.of())) {
                starts.add(application.startedIn());
                sweep = Math.max(sweep, application.jobMillis("core.warning-sweep"));
            }
        }
        report.starts(starts, sweep);
    }

    private int signIn(RunningApplication application) {
        var lines = new EnumMap<Reader, List<String>>(Reader.class);
        for (var reader : Reader.values()) {
            lines.put(reader, new ArrayList<>());
            note(lines, reader, "session", Task::name);
        }
        var sessions = 0;
        for (var township : TOWNSHIPS) {
            sessions += signIn(application, lines, Reader.TOWNSHIP, "township-" + township);
            for (var n = 0; n < VILLAGES_PER_TOWNSHIP; n++) {
                sessions += signIn(application, lines, Reader.VILLAGE, village(township, n));
            }
        }
        sessions += signIn(application, lines, Reader.COUNTY, "county");
        lines.forEach((reader, written) -> write(reader.file(), written));
        return sessions;
    }

    private static int signIn(
            RunningApplication application, Map<Reader, List<String>> lines, Reader reader, String login) {
        var visitor = Visitor.signedIn(application.address(), login, PASSWORD);
        note(lines, reader, visitor.session(), task -> task.pathFor(visitor));
        return 1;
    }

    /** A session, and where it finds each of its tasks. */
    private static void note(
            Map<Reader, List<String>> lines, Reader reader, String session, Function<Task, String> path) {
        Objects.requireNonNull(lines.get(reader))
                .add(Stream.concat(Stream.of(session), reader.tasks().stream().map(path))
                        .collect(Collectors.joining(",")));
    }

    private Map<Pace, Map<Task, Times.Result>> load(RunningApplication application) {
        LOG.info("Sixteen users at work");
        Gatling.run(CountySimulation.class, application, directory);
        return Times.read(directory.resolve("times.csv"));
    }

    private RunningApplication start(String log, List<String> settings) {
        return RunningApplication.start(application().resolve(jar.getFileName()), directory, log, settings);
    }

    private Path application() {
        return directory.resolve("application");
    }

    private static String village(String township, int number) {
        return "village-" + township + (FIRST_VILLAGE + number);
    }

    /** Autovacuum would do it within a minute. */
    private static void analyse(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void write(String file, List<String> lines) {
        try {
            Files.write(directory.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
