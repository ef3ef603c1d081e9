package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls to departments: who is called sees what is asked and answers it; the ball stays with who called. */
@Service
@Transactional
public class EventCalls {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + EventAuthorities.ACT_ON_EVENTS + "')";

    private static final String ROW = """
            select c.call_id, c.event_id, c.called_place, called.name as called_name, asking.name as asking_name, c.asked_at,
              c.asked_person, c.kind_name, c.spot, c.question, c.urgent, c.reply_due, c.replied_at, c.replied_person, c.reply
            from grid_event_call c
              join place called on called.place_code = c.called_place
              join place asking on asking.place_code = c.asking_place
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EventCalls(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** What this post's place was asked, the open ones first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<CallRow> asked(Jurisdiction jurisdiction, int limit) {
        return database.sql(ROW + """
                where c.called_place = :here
                order by c.replied_at is not null, c.reply_due, c.call_id limit :limit
                """)
                .param("here", jurisdiction.root().value())
                .param("limit", limit)
                .query(CallRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<CallRow> find(Jurisdiction jurisdiction, CallId id) {
        return database.sql(ROW + """
                where c.call_id = :id and c.called_place >= :lo and c.called_place < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(CallRow.class)
                .optional();
    }

    /** Answered once, by the place that was called; whoever is second is told so. */
    @PreAuthorize(MAY_ACT)
    public void reply(Jurisdiction jurisdiction, Actor actor, CallId id, String words) {
        var here = jurisdiction.root();
        var call = find(jurisdiction, id)
                .filter(known -> known.calledPlace().equals(here.value()))
                .orElseThrow(() -> new CallNotFound(id));
        var replied = database.sql("""
                update grid_event_call set replied_at = :at, replied_post = :post, replied_person = :person, reply = :reply
                where call_id = :id and replied_at is null
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("reply", words)
                .param("id", call.callId())
                .update();
        if (replied == 0) {
            throw new GridEventStale();
        }
        events.publishEvent(new CallReplied(id, here));
    }

    @Transactional(readOnly = true)
    List<CallRow> of(GridEventId event) {
        return database.sql(ROW + " where c.event_id = :event order by c.asked_at, c.called_place")
                .param("event", event.value())
                .query(CallRow.class)
                .list();
    }

    /** Departments of the county that can be called: what does not lie in the line of the event. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Department> departments(PlaceCode event) {
        return database.sql("""
                select p.place_code, p.name from place p join place above on above.place_code = left(p.place_code, 9)
                where above.category = 'ORGANS' and p.place_code >= :lo and p.place_code < :hi
                  and length(p.place_code) = 12 and p.valid_to is null
                order by p.place_code
                """)
                .param("lo", event.county().lo())
                .param("hi", event.county().hi())
                .query(Department.class)
                .list();
    }

    void ask(GridEvent event, CallForHelp call, String kindName, Settings settings, Mover by, Instant at) {
        var known = departments(event.placeCode()).stream()
                .map(Department::placeCode)
                .toList();
        if (call.called().isEmpty()) {
            throw new GridEventRefused("called", "nobody-called");
        }
        var hours = call.urgent() ? settings.whistleUrgentHours() : settings.whistleHours();
        for (var department : call.called()) {
            if (!known.contains(department.value())) {
                throw new GridEventRefused("called", "no-department");
            }
            insert(event, department, call, kindName, by, at, at.plus(Duration.ofHours(hours)));
        }
    }

    private void insert(
            GridEvent event,
            PlaceCode department,
            CallForHelp call,
            String kindName,
            Mover by,
            Instant at,
            Instant due) {
        database.sql("""
                insert into grid_event_call (call_id, event_id, place_code, called_place, asking_place, asked_at, asked_post,
                  asked_person, kind_name, spot, question, urgent, reply_due)
                values (:id, :event, :place, :called, :asking, :at, :post, :person, :kind, :spot, :question, :urgent, :due)
                on conflict (event_id, called_place) where replied_at is null do nothing
                """)
                .param("id", CallId.next().value())
                .param("event", event.getId().value())
                .param("place", event.placeCode().value())
                .param("called", department.value())
                .param("asking", String.valueOf(by.place()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("post", by.actor().login())
                .param("person", by.actor().holder())
                .param("kind", kindName)
                .param("spot", event.getSpot())
                .param("question", call.question())
                .param("urgent", call.urgent())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Somebody who can be called. */
    public record Department(String placeCode, String name) {}
}
