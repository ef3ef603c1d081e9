package io.qiangcun.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * Which time counts, to the second: the days that are worked and the hours of the offices. A value, so that the same
 * question has the same answer whoever asks.
 *
 * @param offices by the day from which they are in force
 */
public record WorkTime(WorkingDays days, List<OfficeHours> offices) {

    /** China's clocks are never put forward or back. */
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    /** Longer than any case takes; an inverse that finds nothing until then has been asked nonsense. */
    private static final int MOST_DAYS = 20_000;

    public WorkTime {
        offices = offices.stream()
                .sorted(Comparator.comparing(OfficeHours::validFrom))
                .toList();
        if (offices.isEmpty()) {
            throw new IllegalArgumentException("Offices have hours");
        }
    }

    /** The time that counts from the one moment up to the other; nothing if that is earlier. */
    public Duration between(Pace pace, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        if (pace == Pace.HOURS) {
            return Duration.between(from, to);
        }
        var start = local(from);
        var end = local(to);
        var counted = Duration.ZERO;
        for (var day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            for (var span : spans(pace, day)) {
                var begins = span.from().isAfter(start) ? span.from() : start;
                var ends = span.until().isBefore(end) ? span.until() : end;
                if (begins.isBefore(ends)) {
                    counted = counted.plus(Duration.between(begins, ends));
                }
            }
        }
        return counted;
    }

    /** The first moment at which so much time has counted. */
    public Instant plus(Pace pace, Instant from, Duration counted) {
        if (counted.isZero() || pace == Pace.HOURS) {
            return from.plus(counted);
        }
        var start = local(from);
        var left = counted;
        var day = start.toLocalDate();
        for (var days = 0; days < MOST_DAYS; days++, day = day.plusDays(1)) {
            for (var span : spans(pace, day)) {
                var begins = span.from().isAfter(start) ? span.from() : start;
                if (begins.isBefore(span.until())) {
                    var here = Duration.between(begins, span.until());
                    if (left.compareTo(here) <= 0) {
                        return begins.plus(left).toInstant(CHINA);
                    }
                    left = left.minus(here);
                }
            }
        }
        throw new IllegalArgumentException("Never: " + counted + " of " + pace);
    }

    /** What counts of the rest of the day. */
    Duration restOfDay(Pace pace, Instant moment) {
        return between(
                pace,
                moment,
                local(moment).toLocalDate().plusDays(1).atStartOfDay().toInstant(CHINA));
    }

    /** The last second of the day in which the moment lies; midnight belongs to the day that it ends. */
    static Instant endOfDay(Instant moment) {
        return local(moment.minusNanos(1))
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay()
                .minusSeconds(1)
                .toInstant(CHINA);
    }

    private List<Span> spans(Pace pace, LocalDate day) {
        if (!days.isWorked(day)) {
            return List.of();
        }
        if (pace == Pace.WORKING_DAYS) {
            return List.of(new Span(day.atStartOfDay(), day.atStartOfDay().plusSeconds(SECONDS_OF_DAY)));
        }
        return inForce(day).open().stream()
                .map(opening -> new Span(day.atTime(opening.from()), day.atTime(opening.until())))
                .toList();
    }

    /** Before the first hours that are known, those count too. */
    private OfficeHours inForce(LocalDate day) {
        var found = offices.get(0);
        for (var hours : offices) {
            if (!hours.validFrom().isAfter(day)) {
                found = hours;
            }
        }
        return found;
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, CHINA);
    }

    private record Span(LocalDateTime from, LocalDateTime until) {}
}
