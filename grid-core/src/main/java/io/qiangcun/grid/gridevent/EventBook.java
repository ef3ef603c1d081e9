package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.WorkTime;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.place.PlaceCode;
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

    /** The event has gone elsewhere: all that belongs to it goes along, and then the line that says so is written. */
    void file(GridEvent event, List<Move> written) {
        var lines = event.takeUnwritten();
        var all = new ArrayList<>(written);
        all.addAll(lines);
        schedule(event, all);
        events.saveAndFlush(event);
        log.file(event.getId(), event.placeCode());
        log.append(lines);
    }

    void schedule(GridEvent event, List<Move> lines) {
        schedule(event, lines, rules(event.placeCode()));
    }

    /** What the clocks of the events of a county go by. */
    Rules rules(PlaceCode county) {
        return new Rules(calendar.workTime(), rules.limits(county), rules.settings(LocalDate.now(clock)));
    }

    void schedule(GridEvent event, List<Move> lines, Rules by) {
        var holder = event.getHolder();
        if (holder == null) {
            event.schedule(event.getDueAt(), null);
            return;
        }
        var limit = by.limits()
                .find(event.getLimitLevel(), event.getKind(), dayOf(event))
                .time();
        if (event.getExtendedBy() > 0) {
            limit = limit.plus(event.getExtendedBy());
        }
        var climbed = event.getState() == EventState.REPORTED
                ? Level.of(holder).compareTo(Level.of(Level.deskOf(event.placeCode())))
                : 0;
        var percent = by.settings().escalationPercent();
        var stretched = limit.stretchedBy(percent * (1 + Math.max(0, climbed)));
        var clockOfCase = MoveLog.clockOf(lines);
        event.schedule(
                clockOfCase.deadline(by.time(), limit).orElse(null),
                clockOfCase.deadline(by.time(), stretched).orElse(null));
    }

    EventLimit limitOf(GridEvent event) {
        return rules.limit(event.getLimitLevel(), event.getKind(), event.placeCode(), dayOf(event));
    }

    private LocalDate dayOf(GridEvent event) {
        return LocalDate.ofInstant(event.getReported().at(), clock.getZone());
    }

    /** Read once for however many events. */
    record Rules(WorkTime time, EventLimits limits, Settings settings) {}
}
