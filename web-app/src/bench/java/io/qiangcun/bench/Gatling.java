package io.qiangcun.bench;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a simulation in a process of its own, with the settings of the measurement. */
final class Gatling {

    private static final List<String> SETTINGS = List.of("bench.seconds", "bench.warm-up", "bench.intake-seconds");

    private Gatling() {}

    static void run(Class<? extends Simulation> simulation, RunningApplication application, Path directory) {
        var log = directory.resolve(simulation.getSimpleName() + ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx448m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dbench.address=" + application.address(),
                "-Dbench.directory=" + directory));
        SETTINGS.forEach(setting -> command.add("-D" + setting + "=" + Integer.getInteger(setting)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "--simulation",
                simulation.getName(),
                "--results-folder",
                directory.resolve("gatling").toString(),
                "--no-reports"));
        try {
            var gatling = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (gatling.waitFor() != 0) {
                throw new IllegalStateException("Gatling failed, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
