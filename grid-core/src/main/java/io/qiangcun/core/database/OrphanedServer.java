package io.qiangcun.core.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that outlived a killed application. It still holds the data directory, so it is told to finish before a new
 * one starts. Only looked for while the directory is locked: no living application owns that server.
 */
final class OrphanedServer {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Of the pid file: pid, data directory, start time, port and more. */
    private static final int LINE_OF_PORT = 3;

    private final Path cluster;
    private final Path pidFile;
    private final ProcessHandle process;

    private OrphanedServer(Path cluster, Path pidFile, ProcessHandle process) {
        this.cluster = cluster;
        this.pidFile = pidFile;
        this.process = process;
    }

    static void stopIn(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = numberIn(Files.readAllLines(pidFile), 0);
        if (pid.isEmpty()) {
            forget(pidFile);
            return;
        }
        var process = ProcessHandle.of(pid.getAsLong());
        if (process.isPresent()) {
            new OrphanedServer(cluster, pidFile, process.get()).stop();
        }
        // without a process PostgreSQL itself makes sure that nothing of it is left, and needs the file for that
    }

    private void stop() throws IOException {
        if (!isPostgres()) {
            forget(pidFile);
            return;
        }
        try (var connection = connect().orElse(null)) {
            if (connection == null) {
                return;
            }
            if (!serves(connection)) {
                forget(pidFile);
                return;
            }
            LOG.info("Stopping the PostgreSQL (pid {}) that an earlier run left behind", process.pid());
            endOtherSessions(connection);
        } catch (SQLException e) {
            LOG.warn("Sessions of the earlier run could not be ended", e);
        }
        process.destroy();
        awaitEnd();
    }

    /** The number may have gone to another program since. */
    private boolean isPostgres() {
        return process.info()
                .command()
                .map(program -> Path.of(program).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    /** Waits while it is still starting up; nothing if it ends meanwhile. */
    private Optional<Connection> connect() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            var port =
                    Files.exists(pidFile) ? numberIn(Files.readAllLines(pidFile), LINE_OF_PORT) : OptionalLong.empty();
            try {
                if (port.isPresent()) {
                    return Optional.of(OwnDatabase.connect((int) port.getAsLong()));
                }
            } catch (SQLException notYet) {
                LOG.debug("No answer on port {}", port.getAsLong(), notYet);
            }
            pause();
        }
        if (process.isAlive()) {
            throw new IOException("process %d may still use it but does not answer".formatted(process.pid()));
        }
        return Optional.empty();
    }

    private boolean serves(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            return answer.next() && Files.isSameFile(Path.of(answer.getString(1)), cluster);
        }
    }

    /** The server waits for its sessions, and those of the killed application may be in the middle of something. */
    private static void endOtherSessions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid()
                """);
        }
    }

    private void awaitEnd() throws IOException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("process %d does not stop".formatted(process.pid()), e);
        }
    }

    private static void forget(Path pidFile) throws IOException {
        LOG.info("Removing {}: its server is gone", pidFile);
        Files.deleteIfExists(pidFile);
    }

    private static OptionalLong numberIn(List<String> lines, int line) {
        try {
            return lines.size() > line
                    ? OptionalLong.of(Long.parseLong(lines.get(line).strip()))
                    : OptionalLong.empty();
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
