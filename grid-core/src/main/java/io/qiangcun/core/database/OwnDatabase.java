package io.qiangcun.core.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the application's own, in a directory of its own: {@code cluster} holds the data, {@code binaries} the
 * programs, {@code lock} keeps a second copy out. It listens on the loopback address only and asks nobody there for a
 * password; what it has acknowledged survives the death of this process, of the server and of the machine.
 */
final class OwnDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(OwnDatabase.class);

    /** Long enough to replay what a crash left behind. */
    private static final Duration STARTUP = Duration.ofMinutes(2);

    private static final int LINES_OF_LOG_TO_SHOW = 15;

    private final EmbeddedPostgres server;
    private final DirectoryLock lock;

    private OwnDatabase(EmbeddedPostgres server, DirectoryLock lock) {
        this.server = server;
        this.lock = lock;
    }

    static OwnDatabase startIn(Path configured) {
        return startIn(configured, Map.of());
    }

    /** With further settings of the server, which win over the ones made here. */
    static OwnDatabase startIn(Path configured, Map<String, String> settings) {
        var directory = configured.toAbsolutePath().normalize();
        makeReady(directory);
        var lock = DirectoryLock.on(directory);
        try {
            OrphanedServer.stopIn(directory.resolve("cluster"));
            return new OwnDatabase(start(directory, settings), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e instanceof DirectoryUnusable known ? known : unusable(directory, e);
        }
    }

    String url() {
        return addressOf("qiangcun", server.getPort());
    }

    int port() {
        return server.getPort();
    }

    /** Tells the server to finish, waits until it has, and lets the next copy in. */
    void stop() {
        try (lock) {
            server.close();
            LOG.info("PostgreSQL stopped");
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop; the next start will see to it", e);
        }
    }

    static String addressOf(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static void makeReady(Path directory) {
        try {
            Files.createDirectories(directory);
            var store = Files.getFileStore(directory);
            if (store.supportsFileAttributeView("posix")) {
                var probe = Files.createTempFile(directory, "owner", null);
                var user = Files.getOwner(probe);
                Files.delete(probe);
                if (!user.equals(Files.getOwner(directory))) {
                    throw new DirectoryUnusable(
                            directory,
                            "it belongs to %s, this process runs as %s".formatted(Files.getOwner(directory), user),
                            null);
                }
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new DirectoryUnusable(directory, "it cannot be written to (" + e + ")", e);
        }
    }

    private static EmbeddedPostgres start(Path directory, Map<String, String> settings) throws IOException {
        var cluster = directory.resolve("cluster");
        // stands while the first start is under way: what such a start left unfinished holds nothing yet
        var unfinished = directory.resolve("unfinished");
        if (Files.exists(unfinished)) {
            LOG.info("The first start was interrupted; beginning it again");
            FileSystemUtils.deleteRecursively(cluster);
        }
        var first = !Files.exists(cluster);
        if (first) {
            Files.writeString(unfinished, "");
        }
        LOG.info("{} PostgreSQL in {}", first ? "Creating" : "Starting", directory);
        var builder = builder(directory);
        settings.forEach(builder::setServerConfig);
        var server = builder.start();
        try {
            if (first) {
                createRoles(server.getPort());
                Files.delete(unfinished);
            }
            return server;
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path directory) {
        var binaries = directory.resolve("binaries").toFile();
        var log = Redirect.appendTo(directory.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("cluster"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("log_timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "60")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on");
    }

    private static void createRoles(int port) throws SQLException {
        try (var connection = connect(port)) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/roles.sql"));
        }
    }

    static Connection connect(int port) throws SQLException {
        return DriverManager.getConnection(addressOf("postgres", port), "postgres", "");
    }

    private static DirectoryUnusable unusable(Path directory, Exception failure) {
        return new DirectoryUnusable(directory, failure.getMessage() + lastLinesOf(directory), failure);
    }

    private static String lastLinesOf(Path directory) {
        var log = directory.resolve("server.log");
        try {
            var lines = Files.readAllLines(log);
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES_OF_LOG_TO_SHOW))
                    .collect(Collectors.joining("\n  ", "\n  ", "\n(%s)".formatted(log)));
        } catch (IOException e) {
            return "";
        }
    }
}
