package io.qiangcun.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database an application brings along, through kills, crashes and second copies. */
class OwnDatabaseTests {

    private static final String WRITTEN = "select count(*) from written";

    @TempDir
    Path directory;

    private final List<Process> applications = new ArrayList<>();

    @AfterEach
    void endApplications() {
        applications.forEach(Process::destroy);
    }

    @Test
    void losesNothingItAcknowledgedWhenTheApplicationIsKilled() throws Exception {
        var application = start();
        var acknowledged = readUntilSafe(application, 300);
        assertThat(secondCopy()).contains("already running on " + directory).contains("另一个强村程序正在使用数据目录");

        application.destroyForcibly().waitFor();
        var orphan = Long.parseLong(
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(0));
        assertThat(ProcessHandle.of(orphan)).as("the server that lives on").isPresent();

        var database = OwnDatabase.startIn(directory);
        try {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(ask(database, WRITTEN)).asLong().isGreaterThan(acknowledged);
        } finally {
            database.stop();
        }
        assertThat(directory.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void survivesTheServerItself() throws Exception {
        var application = start();
        var acknowledged = readUntilSafe(application, 50);
        var server = Long.parseLong(
                Files.readAllLines(directory.resolve("cluster/postmaster.pid")).get(0));
        application.destroyForcibly().waitFor();
        var postmaster = ProcessHandle.of(server).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        // the number of the dead server goes to a program that has nothing to do with it: this one
        var pidFile = directory.resolve("cluster/postmaster.pid");
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst(
                                "^[0-9]+", Long.toString(ProcessHandle.current().pid())));

        var database = OwnDatabase.startIn(directory);
        try {
            assertThat(ask(database, WRITTEN)).asLong().isGreaterThan(acknowledged);
        } finally {
            database.stop();
        }
    }

    @Test
    void isDurableAndListensToNobodyOutside() throws Exception {
        // left by a first start that was interrupted
        Files.writeString(directory.resolve("unfinished"), "");
        Files.createDirectories(directory.resolve("cluster"));
        Files.writeString(directory.resolve("cluster/PG_VERSION"), "");

        var database = OwnDatabase.startIn(directory);
        try {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("localhost");
            assertThat(ask(database, "show max_connections")).isEqualTo("60");
            assertThat(ask(database, "select current_setting('server_version_num')::int / 10000"))
                    .isEqualTo("18");
            assertThat(ask(database, "select rolbypassrls from pg_roles where rolname = 'qiangcun_app'"))
                    .isEqualTo("f");
            assertThat(Files.getPosixFilePermissions(directory)).hasSize(3);
            assertThatThrownBy(() -> OwnDatabase.startIn(directory)).isInstanceOf(DirectoryInUse.class);
        } finally {
            database.stop();
        }
    }

    private Process start() throws IOException {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingApplication.class.getName(),
                        "--qiangcun.database.directory=" + directory,
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true)
                .start();
        applications.add(application);
        return application;
    }

    private long readUntilSafe(Process application, long count) throws IOException {
        var last = -1L;
        BufferedReader output = application.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        while (last < count) {
            var line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("The application ended: " + said);
            }
            said.append(line).append('\n');
            last = line.startsWith("safe ") ? Long.parseLong(line.substring(5)) : last;
        }
        return last;
    }

    /** What a second copy says before it ends with code 1. */
    private String secondCopy() throws Exception {
        var copy = start();
        try (var output = copy.inputReader(StandardCharsets.UTF_8)) {
            var said = String.join("\n", output.lines().toList());
            assertThat(copy.waitFor()).as(said).isEqualTo(1);
            return said;
        }
    }

    private static String ask(OwnDatabase database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "qiangcun_owner", "");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
