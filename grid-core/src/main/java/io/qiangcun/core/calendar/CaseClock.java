package io.qiangcun.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one case: a pure function of what happened to it. At every moment between opening and closing exactly one
 * holder has the case; a pause stops the time but not the holding; a case reopened goes on where it stood. Nothing of it
 * needs to be stored, and what is stored for the sake of speed can be recomputed.
 *
 * @param spans in their order; each begins when the one before it ends, or after the case was closed
 * @param <H> who can hold a case
 */
public record CaseClock<H>(List<Span<H>> spans) {

    /**
     * Time with one holder.
     *
     * @param until null while it lasts
     * @param running false during a pause
     */
    public record Span<H>(H holder, Instant from, @Nullable Instant until, boolean running) {

        Instant endBy(Instant now) {
            return until == null || until.isAfter(now) ? now : until;
        }
    }

    public CaseClock {
        spans = List.copyOf(spans);
    }

    /** @param events in the order in which they happened */
    public static <H> CaseClock<H> of(List<? extends ClockEvent<H>> events) {
        var run = new Run<H>();
        events.forEach(run::take);
        return new CaseClock<>(run.spans());
    }

    /** The time that has counted up to now, whoever had the case. */
    public Duration elapsed(WorkTime time, Pace pace, Instant now) {
        return spans.stream().map(span -> counted(span, time, pace, now)).reduce(Duration.ZERO, Duration::plus);
    }

    /** The time that has counted up to now, by a property of the holder: himself, or his level. */
    public <K> Map<K, Duration> elapsedBy(Function<H, K> property, WorkTime time, Pace pace, Instant now) {
        var times = new LinkedHashMap<K, Duration>();
        spans.forEach(
                span -> times.merge(property.apply(span.holder()), counted(span, time, pace, now), Duration::plus));
        return times;
    }

    /** Who has it at the moment; nobody before it was opened and after it was closed. */
    public Optional<H> holderAt(Instant moment) {
        return spans.stream()
                .filter(span -> !span.from().isAfter(moment)
                        && (span.until() == null || span.until().isAfter(moment)))
                .map(Span::holder)
                .findFirst();
    }

    /**
     * When the limit is used up; nothing while the clock stands still, because nobody knows for how long. A limit in
     * working days ends with a day.
     */
    public Optional<Instant> deadline(WorkTime time, TimeLimit limit) {
        var left = allowance(time, limit);
        for (var span : spans) {
            if (!span.running()) {
                continue;
            }
            var reached = reached(span, time, limit.pace(), left);
            if (reached.isPresent()) {
                return reached.map(moment -> limit.pace() == Pace.WORKING_DAYS ? WorkTime.endOfDay(moment) : moment);
            }
            left = left.minus(counted(span, time, limit.pace(), span.endBy(Instant.MAX)));
        }
        return Optional.empty();
    }

    /** The day on which the clock starts is not counted. */
    private Duration allowance(WorkTime time, TimeLimit limit) {
        return limit.pace() == Pace.WORKING_DAYS && !spans.isEmpty()
                ? limit.counted().plus(time.restOfDay(limit.pace(), spans.get(0).from()))
                : limit.counted();
    }

    private static <H> Optional<Instant> reached(Span<H> span, WorkTime time, Pace pace, Duration left) {
        var until = span.until();
        if (until != null && time.between(pace, span.from(), until).compareTo(left) < 0) {
            return Optional.empty();
        }
        return Optional.of(time.plus(pace, span.from(), left));
    }

    private static <H> Duration counted(Span<H> span, WorkTime time, Pace pace, Instant now) {
        return span.running() ? time.between(pace, span.from(), span.endBy(now)) : Duration.ZERO;
    }

    /** What has happened, event by event. */
    private static final class Run<H> {

        private final List<Span<H>> spans = new ArrayList<>();
        private @Nullable Span<H> current;
        private @Nullable Instant last;
        private boolean opened;

        void take(ClockEvent<H> event) {
            if (last != null && event.at().isBefore(last)) {
                throw new IllegalArgumentException("Clock events are taken in their order: " + event);
            }
            last = event.at();
            if (event instanceof ClockEvent.Opened<H> open) {
                require(!opened, event);
                opened = true;
                current = new Span<>(open.holder(), open.at(), null, true);
            } else if (event instanceof ClockEvent.Reopened<H> again) {
                require(opened && current == null, event);
                current = new Span<>(again.holder(), again.at(), null, true);
            } else {
                change(event, held(event));
            }
        }

        private void change(ClockEvent<H> event, Span<H> now) {
            if (event instanceof ClockEvent.HandedOver<H> over) {
                next(event.at(), new Span<>(over.holder(), over.at(), null, now.running()));
            } else if (event instanceof ClockEvent.Paused<H>) {
                require(now.running(), event);
                next(event.at(), new Span<>(now.holder(), event.at(), null, false));
            } else if (event instanceof ClockEvent.Resumed<H>) {
                require(!now.running(), event);
                next(event.at(), new Span<>(now.holder(), event.at(), null, true));
            } else {
                next(event.at(), null);
            }
        }

        private Span<H> held(ClockEvent<H> event) {
            if (current == null) {
                throw new IllegalArgumentException("Nobody holds the case: " + event);
            }
            return current;
        }

        private void next(Instant at, @Nullable Span<H> following) {
            if (current != null) {
                spans.add(new Span<>(current.holder(), current.from(), at, current.running()));
            }
            current = following;
        }

        private static void require(boolean possible, ClockEvent<?> event) {
            if (!possible) {
                throw new IllegalArgumentException("Not possible now: " + event);
            }
        }

        List<Span<H>> spans() {
            var all = new ArrayList<>(spans);
            if (current != null) {
                all.add(current);
            }
            return all;
        }
    }
}
