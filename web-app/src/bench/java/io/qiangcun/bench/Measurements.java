package io.qiangcun.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long things took that are done one after the other, beside what was promised. In milliseconds. */
final class Measurements {

    private static final Logger LOG = LoggerFactory.getLogger(Measurements.class);

    /** So many times before it counts. */
    static final int WARM_UP = 40;

    private final Map<String, Measured> measured = new LinkedHashMap<>();

    private record Measured(int times, double p50, double p95, double p99, int limit) {

        private static Measured of(List<? extends Number> millis, int limit) {
            var sorted = millis.stream().map(Number::doubleValue).sorted().toList();
            return new Measured(sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, 99), limit);
        }

        private static double at(List<Double> sorted, int percent) {
            return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
        }
    }

    /** What an act is; it says itself whether it went well. */
    interface Act {

        void run() throws SQLException;
    }

    void times(String what, int times, int limit, Act act) throws SQLException {
        for (var i = 0; i < WARM_UP; i++) {
            act.run();
        }
        var millis = new ArrayList<Double>();
        for (var i = 0; i < times; i++) {
            var began = System.nanoTime();
            act.run();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        note(what, millis, limit);
    }

    void note(String what, List<? extends Number> millis, int limit) {
        var result = Measured.of(millis, limit);
        measured.put(what, result);
        LOG.info("{}: p50 {} p95 {} of {}", what, result.p50(), result.p95(), result.limit());
    }

    /** As a table of the report. */
    String table() {
        var rows = new StringBuilder("""
                | | times | p50 ms | p95 ms | p99 ms | limit p95 | |
                |---|--:|--:|--:|--:|--:|---|
                """);
        measured.forEach((what, result) -> rows.append("| %s | %d | %.0f | %.0f | %.0f | %d | %s |%n"
                .formatted(
                        what,
                        result.times(),
                        result.p50(),
                        result.p95(),
                        result.p99(),
                        result.limit(),
                        result.p95() < result.limit() ? "kept" : "**missed**")));
        return rows.toString();
    }
}
