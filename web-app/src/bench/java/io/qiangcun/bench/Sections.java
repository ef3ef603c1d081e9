package io.qiangcun.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts of the report that are measured for themselves: each stays as it is while another is written anew. */
enum Sections {
    SERVICES("## Service centres"),
    LEDGER("## The ledger");

    final String heading;

    Sections(String heading) {
        this.heading = heading;
    }

    /** @param text with its heading */
    void write(Path report, String text) {
        var known = read(report);
        var before = known.isEmpty() ? "# Benchmarks\n" : known.substring(0, firstOf(known));
        var parts = new ArrayList<>(List.of(before));
        for (var section : values()) {
            parts.add(section == this ? text : section.in(known));
        }
        write(report, parts);
    }

    /** What is measured in the county alone, before all of these. */
    static void writeFirst(Path report, String text) {
        var known = read(report);
        var parts = new ArrayList<>(List.of(text));
        for (var section : values()) {
            parts.add(section.in(known));
        }
        write(report, parts);
    }

    private static int firstOf(String known) {
        var first = known.length();
        for (var section : values()) {
            var at = known.indexOf(section.heading);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    private String in(String known) {
        var from = known.indexOf(heading);
        if (from < 0) {
            return "";
        }
        var to = known.length();
        for (var section : values()) {
            var at = known.indexOf(section.heading);
            to = at > from ? Math.min(to, at) : to;
        }
        return known.substring(from, to);
    }

    private static String read(Path report) {
        try {
            return Files.exists(report) ? Files.readString(report) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path report, List<String> parts) {
        try {
            Files.writeString(
                    report,
                    String.join(
                                    "\n",
                                    parts.stream()
                                            .filter(part -> !part.isBlank())
                                            .map(part -> part.strip() + "\n")
                                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
