package io.qiangcun.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged application as a process of its own, on a directory of its own. */
final class RunningApplication implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PORT_LINE = 3;

    private final Process process;
    private final Path directory;
    private final Path log;
    private final int port;
    private final Duration startedIn;

    private RunningApplication(Process process, Path directory, Path log, int port, Duration startedIn) {
        this.process = process;
        this.directory = directory;
        this.log = log;
        this.port = port;
        this.startedIn = startedIn;
    }

    /** Lays the jar out as the image does: classes are found faster in jars that are not inside another. */
    static void extract(Path jar, Path directory) {
        try {
            var tool = new ProcessBuilder(
                            JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", directory.toString())
                    .inheritIO()
                    .start();
            if (tool.waitFor() != 0) {
                throw new IllegalStateException("Cannot extract " + jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it and waits until it says that it is ready. */
    static RunningApplication start(Path jar, Path directory, String logName, List<String> settings) {
        try {
            Files.createDirectories(directory);
            var log = directory.resolve(logName);
            var port = freePort();
            var command = new ArrayList<>(List.of(
                    JAVA,
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    rememberClasses(jar.resolveSibling("classes.jsa")),
                    "-jar",
                    jar.toString(),
                    "--server.port=" + port));
            // everybody signs in from this machine at once
            Stream.of("--qiangcun.sign-in.address-attempts=1000", "--qiangcun.demo.enabled=true")
                    .filter(usual -> settings.stream().noneMatch(setting -> nameOf(setting).equals(nameOf(usual))))
                    .forEach(command::add);
            command.addAll(settings);
            var begin = System.nanoTime();
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            while (!Files.readString(log).contains("is ready")) {
                var waited = Duration.ofNanos(System.nanoTime() - begin);
                if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) {
                    process.destroyForcibly();
                    throw new IllegalStateException("The application did not start:\n" + Files.readString(log));
                }
                Thread.sleep(50);
            }
            return new RunningApplication(
                    process, directory, log, port, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String nameOf(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** The first start writes down the classes it has met, as the image does; the later ones read them. */
    private static String rememberClasses(Path archive) {
        return (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive;
    }

    String address() {
        return "http://localhost:" + port;
    }

    Duration startedIn() {
        return startedIn;
    }

    /** The longest of what the log says the job took, in milliseconds. */
    long jobMillis(String job) {
        var line = Pattern.compile(Pattern.quote(job) + " took (\\d+) ms");
        return logLines()
                .map(line::matcher)
                .filter(found -> found.find())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** As the superuser of its own database. */
    Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + databasePort() + "/qiangcun", "postgres", "");
    }

    /** Memory of the Java process that is really in use, in MiB. */
    long residentMegabytes() {
        return residentKilobytes(process.pid()) / 1024;
    }

    /** Memory of the database's processes without what they share, in MiB. */
    long databaseMegabytes() {
        var postmaster = Long.parseLong(postmasterLine(0));
        var processes = Stream.concat(
                Stream.of(postmaster),
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .map(ProcessHandle::pid));
        return processes.mapToLong(RunningApplication::proportionalKilobytes).sum() / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The application does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<String> logLines() {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int databasePort() {
        return Integer.parseInt(postmasterLine(PORT_LINE));
    }

    private String postmasterLine(int number) {
        try {
            return Files.readAllLines(directory.resolve("data/postgres/cluster/postmaster.pid"))
                    .get(number)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentKilobytes(long pid) {
        return procValue(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    private static long proportionalKilobytes(long pid) {
        return procValue(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    }

    private static long procValue(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
