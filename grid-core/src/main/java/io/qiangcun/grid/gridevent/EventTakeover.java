package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over events that were dealt with on paper or elsewhere; they go through the same loop, at their own times. */
@Service
@Transactional
public class EventTakeover {

    private final GridEvents events;
    private final EventBook book;
    private final MoveLog log;
    private final EventRules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    EventTakeover(
            GridEvents events,
            EventBook book,
            MoveLog log,
            EventRules rules,
            ApplicationEventPublisher news,
            Clock clock) {
        this.events = events;
        this.book = book;
        this.log = log;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    /** What was taken over before is left as it is. */
    public void take(Jurisdiction jurisdiction, List<PastEvent> past) {
        var kinds = new HashMap<PlaceCode, EventKinds>();
        for (var event : past) {
            if (!jurisdiction.covers(event.report().place())) {
                throw new IllegalArgumentException(
                        "Outside the jurisdiction: " + event.report().place());
            }
            if (events.findById(event.report().id(), jurisdiction).isEmpty()) {
                take(event, kinds);
            }
        }
        if (!past.isEmpty()) {
            news.publishEvent(new GridEventsTakenOver(jurisdiction.root(), past.size()));
        }
    }

    private void take(PastEvent past, Map<PlaceCode, EventKinds> kinds) {
        var known = kinds.computeIfAbsent(
                past.report().place().county(), county -> rules.kinds(county, LocalDate.now(clock)));
        var kind = known.find(past.report().kind()).orElseThrow(() -> new GridEventRefused("kind", "no-such-kind"));
        var event = new GridEvent(past.report(), kind, new Mover(past.from(), past.reporter()), past.reportedAt());
        var lines = new ArrayList<>(event.takeUnwritten());
        for (var step : past.steps()) {
            book.schedule(event, lines);
            move(event, step);
            lines.addAll(event.takeUnwritten());
        }
        book.schedule(event, lines);
        event.tellNobody();
        events.saveAndFlush(event);
        log.append(lines);
    }

    private static void move(GridEvent event, PastEvent.Step step) {
        var by = new Mover(step.place(), step.by());
        switch (step.kind()) {
            case ACCEPT -> event.accept(by, step.at());
            case ASSIGN -> event.assign(Objects.requireNonNull(step.to()), step.words(), by, step.at());
            case DONE -> event.done(step.words(), by, step.at());
            case CLOSE -> event.verifyAndClose(step.words(), by, step.at());
            default -> throw new IllegalArgumentException("Not taken over: " + step.kind());
        }
    }
}
