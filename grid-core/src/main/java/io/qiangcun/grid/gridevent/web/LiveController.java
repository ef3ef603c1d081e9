package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.grid.gridevent.EventNews;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventNotFound;
import io.qiangcun.grid.gridevent.GridEventQueries;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the pages that look at an event to look again; what there is to see they ask for as before. */
@Controller
class LiveController {

    /** Shorter than proxies wait; the browser comes back by itself. */
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private final GridEventQueries queries;
    private final EventNews news;

    LiveController(GridEventQueries queries, EventNews news) {
        this.queries = queries;
        this.news = news;
    }

    @GetMapping(path = "/grid/events/{id}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable GridEventId id, Jurisdiction jurisdiction, Actor actor) {
        if (queries.find(jurisdiction, actor, id).isEmpty()) {
            throw new GridEventNotFound(id);
        }
        var emitter = new SseEmitter(OPEN_FOR.toMillis());
        var end = news.listen(id, new EventNews.Listener() {
            @Override
            public void look() {
                send(emitter);
            }

            /** An open stream would hold up the end of the application. */
            @Override
            public void over() {
                emitter.complete();
            }
        });
        emitter.onCompletion(end);
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> end.run());
        return emitter;
    }

    private static void send(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().name("news").data("look"));
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }
}
