package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an event with its log, and the deadlines that follow from it. */
@Service
@Transactional
class EventBook {

    private final GridEvents events;
    private final MoveLog log;
    private final EventRules rules;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EventBook(GridEvents events, MoveLog log, EventRules rules, WorkingCalendar calendar, Clock clock) {
        this.events = events;
        this.log = log;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** First the event, so that who comes second waits and is refused; then its log. */
    void save(GridEvent event, List<Move> written) {
        var lines = event.takeUnwritten();
        var all = new ArrayList<>(written);
        all.addAll(lines);
        schedule(event, all);
        events.saveAndFlush(event);
        log.append(lines);
    }

    void schedule(GridEvent event, List<Move> lines) {
        var holder = event.getHolder();
        if (holder == null) {
            event.schedule(event.getDueAt(), null);
            return;
        }
        var limit = limitOf(event).time();
        if (event.getExtendedBy() > 0) {
            limit = limit.plus(event.getExtendedBy());
        }
        var time = calendar.workTime();
        var climbed = event.getState() == EventState.REPORTED
                ? Level.of(holder).compareTo(Level.of(Level.deskOf(event.placeCode())))
                : 0;
        var percent = rules.settings(LocalDate.now(clock)).escalationPercent();
        var stretched = limit.stretchedBy(percent * (1 + Math.max(0, climbed)));
        var clockOfCase = MoveLog.clockOf(lines);
        event.schedule(
                clockOfCase.deadline(time, limit).orElse(null),
                clockOfCase.deadline(time, stretched).orElse(null));
    }

    EventLimit limitOf(GridEvent event) {
        return rules.limit(
                event.getLimitLevel(),
                event.getKind(),
                event.placeCode(),
                LocalDate.ofInstant(event.getReported().at(), clock.getZone()));
    }
}
