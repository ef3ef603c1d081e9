package io.qiangcun.services.request;

import io.qiangcun.core.calendar.CaseClock;
import io.qiangcun.core.calendar.ClockEvent;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.TimeLimit;
import io.qiangcun.core.calendar.WorkTime;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clock of a request: it runs from acceptance to decision, and stands still only while the law lets it. */
final class RequestClock {

    private RequestClock() {}

    /** By when it has to be said what becomes of it. */
    static Optional<Instant> answerDue(Instant appliedAt, PlaceCode holder, WorkTime time, int days) {
        return CaseClock.of(List.of(new ClockEvent.Opened<>(appliedAt, holder)))
                .deadline(time, new TimeLimit(Math.max(1, days), Pace.WORKING_DAYS));
    }

    /**
     * By when it has to be decided; nothing while it waits.
     *
     * @param days working days after the day of acceptance; 0 is that day itself, or the next that is worked
     */
    static Optional<Instant> due(List<ActLine> lines, Instant acceptedAt, WorkTime time, int days, ZoneId zone) {
        var clock = of(lines, acceptedAt);
        if (days > 0) {
            return clock.deadline(time, new TimeLimit(days, Pace.WORKING_DAYS));
        }
        var spans = clock.spans();
        if (spans.isEmpty() || !spans.get(spans.size() - 1).running()) {
            return Optional.empty();
        }
        var day = spans.get(spans.size() - 1).from().atZone(zone).toLocalDate();
        while (!time.days().isWorked(day)) {
            day = day.plusDays(1);
        }
        return Optional.of(day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant());
    }

    private static CaseClock<PlaceCode> of(List<ActLine> lines, Instant acceptedAt) {
        var events = new ArrayList<ClockEvent<PlaceCode>>();
        @Nullable PlaceCode holder = null;
        var running = false;
        for (var line : lines) {
            var next = line.holder();
            if (line.kind() == RequestAct.ACCEPT && next != null) {
                events.add(new ClockEvent.Opened<>(acceptedAt, next));
                running = true;
            } else if (running) {
                if (line.to() == RequestState.DECIDED && line.kind() == RequestAct.DECIDE || next == null) {
                    events.add(new ClockEvent.Closed<>(line.at()));
                    running = false;
                } else if (line.kind() == RequestAct.PAUSE) {
                    events.add(new ClockEvent.Paused<>(line.at(), line.note()));
                } else if (line.from() == RequestState.WAITING && line.to() == RequestState.PROCESSING) {
                    events.add(new ClockEvent.Resumed<>(line.at()));
                } else if (!next.equals(holder)) {
                    events.add(new ClockEvent.HandedOver<>(line.at(), next));
                }
            }
            holder = next;
        }
        return CaseClock.of(events);
    }
}
