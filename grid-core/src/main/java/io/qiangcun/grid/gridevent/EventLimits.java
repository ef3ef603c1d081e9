package io.qiangcun.grid.gridevent;

import static java.util.Comparator.comparing;

import io.qiangcun.core.calendar.Pace;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits that a county has and had. The more particular kind wins, then the county's own, then the later. */
record EventLimits(List<Dated> rows) {

    private static final Comparator<Dated> FIRST = comparing(Dated::kind)
            .thenComparing(Dated::within)
            .thenComparing(Dated::validFrom)
            .reversed();

    EventLimits(List<Dated> rows) {
        this.rows = rows.stream().sorted(FIRST).toList();
    }

    /**
     * What counts from a day on.
     *
     * @param kind of either level; empty for all
     * @param within the county that set it; empty for all
     */
    record Dated(
            Level level,
            String kind,
            String within,
            int amount,
            Pace pace,
            String basisKind,
            String basisSource,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        private boolean countsOn(LocalDate day) {
            return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
        }

        private boolean isAbout(Level asked, String askedKind) {
            return level == asked && (kind.isEmpty() || askedKind.startsWith(kind));
        }

        private EventLimit limit() {
            return new EventLimit(amount, pace, basisKind, basisSource);
        }
    }

    /** Before it no report has a limit. */
    LocalDate earliest() {
        return rows.stream()
                .filter(row -> row.kind().isEmpty())
                .map(Dated::validFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    EventLimit find(Level level, String kind, LocalDate on) {
        return rows.stream()
                .filter(row -> row.isAbout(level, kind) && row.countsOn(on))
                .findFirst()
                .map(Dated::limit)
                .orElseThrow(() -> new IllegalStateException("No limit for " + level + " on " + on));
    }
}
