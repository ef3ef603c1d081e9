package io.qiangcun.bench;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long each request took, at each pace; negative for one that failed. */
final class Times {

    private final List<Taken> taken = new ArrayList<>();

    synchronized void note(Pace pace, Task task, int millis) {
        taken.add(new Taken(pace, task, millis));
    }

    synchronized void write(Path file) {
        try {
            Files.write(
                    file,
                    taken.stream()
                            .map(one -> one.pace + "," + one.task + "," + one.millis)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<Pace, Map<Task, Result>> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(","))
                    .map(parts ->
                            new Taken(Pace.valueOf(parts[0]), Task.valueOf(parts[1]), Integer.parseInt(parts[2])))
                    .collect(groupingBy(
                            Taken::pace,
                            groupingBy(
                                    Taken::task, collectingAndThen(mapping(Taken::millis, toList()), Result::of))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Taken(Pace pace, Task task, int millis) {}

    /** What became of the requests of one task. */
    record Result(int requests, int failed, int median, int p95, int p99) {

        static final Result NONE = new Result(0, 0, 0, 0, 0);

        private static Result of(List<Integer> millis) {
            var served = millis.stream().filter(took -> took >= 0).sorted().toList();
            return new Result(
                    millis.size(),
                    millis.size() - served.size(),
                    percentile(served, 0.5),
                    percentile(served, 0.95),
                    percentile(served, 0.99));
        }

        private static int percentile(List<Integer> sorted, double share) {
            return sorted.isEmpty()
                    ? 0
                    : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
        }
    }
}
