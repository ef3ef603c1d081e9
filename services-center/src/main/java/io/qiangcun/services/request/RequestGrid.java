package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventDoor;
import io.qiangcun.grid.gridevent.EventEnds;
import io.qiangcun.grid.gridevent.EventKind;
import io.qiangcun.grid.gridevent.EventOrigin;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventMoved;
import io.qiangcun.grid.gridevent.GridEventQueries;
import io.qiangcun.grid.gridevent.GridEventQueries.Told;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.hint.Hint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a request to the grid as an event, hears when the event is over, and tells both as one story. */
@Service
@Transactional
public class RequestGrid implements EventOrigin {

    private static final String MAY_ACT = "hasAuthority('" + ServicesAuthorities.ACT_ON_REQUESTS + "')";

    /** The first level of the catalogue under which every county keeps what is dangerous. */
    private static final String ANY_EMERGENCY = "02";

    private final RequestBook book;
    private final EventDoor door;
    private final GridEventService events;
    private final GridEventQueries stories;
    private final EventEnds ends;
    private final EventRules kinds;
    private final PlaceTree places;
    private final CurrentAccount account;
    private final JdbcClient database;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    RequestGrid(
            RequestBook book,
            EventDoor door,
            GridEventService events,
            GridEventQueries stories,
            EventEnds ends,
            EventRules kinds,
            PlaceTree places,
            CurrentAccount account,
            JdbcClient database,
            ApplicationEventPublisher news,
            Clock clock) {
        this.book = book;
        this.door = door;
        this.events = events;
        this.stories = stories;
        this.ends = ends;
        this.kinds = kinds;
        this.places = places;
        this.account = account;
        this.database = database;
        this.news = news;
        this.clock = clock;
    }

    /** A place in which the matter may lie. */
    public record Spot(String code, String name) {}

    /**
     * The matter is reported as an event, without the name and the telephone number of whoever asked. The clock of the
     * request goes on: the law knows no pause for it.
     */
    @PreAuthorize(MAY_ACT)
    public void handOver(Jurisdiction jurisdiction, Actor actor, RequestId id, long version, ToGrid command) {
        var request = book.lock(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        if (version != request.version) {
            throw new RequestTaken();
        }
        var by = Clerk.of(jurisdiction, actor);
        var now = now();
        request.requireHandable(command.place(), by);
        var said = book.saidIn(id);
        var event = GridEventId.next();
        events.report(
                jurisdiction,
                actor,
                new ReportGridEvent(
                        event,
                        command.place(),
                        command.kind(),
                        Discreet.words(said.matter(), said.applicant()),
                        command.spot().isBlank() ? "" : Discreet.words(command.spot(), said.applicant()),
                        "",
                        null,
                        command.urgent(),
                        false,
                        Channel.DESK,
                        null,
                        ""),
                List.of());
        request.handToGrid(event.value(), command.place(), command.spot(), by, now);
        book.save(request);
        link(request, event.value(), now);
        tell(request, RequestAct.HAND_TO_GRID);
    }

    /** Somebody who asks tells of an emergency: it is urgent with the grid before a clerk has read it. */
    void atOnce(Jurisdiction there, ServiceRequest request, String matter, String applicant, Hint emergency) {
        var place = request.origin.place();
        var kind = kinds.kinds(place, LocalDate.now(clock))
                .find(Objects.requireNonNull(emergency.eventKind()))
                .map(EventKind::code)
                .orElse(ANY_EMERGENCY);
        var event = GridEventId.next();
        door.report(
                there,
                Clerk.citizen().actor(),
                new ReportGridEvent(
                        event,
                        place,
                        kind,
                        Discreet.words(matter, applicant),
                        "",
                        "",
                        null,
                        true,
                        false,
                        Channel.API,
                        null,
                        ""));
        request.goToGridAtOnce(event.value(), now());
    }

    /** After the request itself is written. */
    void linkNew(ServiceRequest request) {
        link(request, Objects.requireNonNull(request.event), now());
    }

    private void link(ServiceRequest request, UUID event, Instant at) {
        database.sql("""
                        insert into services_request_event (request_id, place_code, event_id, handed_at)
                        values (:request, :place, :event, :at)
                        on conflict (request_id, event_id) do update set ended_at = null, ended_as = null
                        """)
                .param("request", request.origin.id().value())
                .param("place", request.origin.place().value())
                .param("event", event)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the transaction of whoever moved the event: it and the request never disagree. */
    @EventListener
    void moved(GridEventMoved moved) {
        var event = moved.event().value();
        for (var request : book.lockThoseOf(event)) {
            if (!moved.placeCode().equals(request.eventPlace)) {
                request.eventPlace = moved.placeCode();
                follow(request);
            }
            switch (moved.move()) {
                case CLOSE, TRANSFER, MERGE -> end(request, moved.event());
                case REOPEN -> again(request, moved.event());
                default -> {}
            }
        }
    }

    private void follow(ServiceRequest request) {
        database.sql("update services_request set event_place = :at where request_id = :request and event_id = :event")
                .param("at", Objects.requireNonNull(request.eventPlace).value())
                .param("request", request.origin.id().value())
                .param("event", request.event)
                .update();
    }

    private void end(ServiceRequest request, GridEventId event) {
        var how = ends.of(event);
        endLink(request, event.value(), how.state().name());
        if (!request.eventOpen) {
            return;
        }
        var into = how.into();
        if (into != null && !how.intoOver()) {
            request.event = into;
            request.eventPlace = new PlaceCode(Objects.requireNonNull(how.intoPlace()));
            database.sql("update services_request set event_id = :into, event_place = :at where request_id = :request")
                    .param("into", into)
                    .param("at", request.eventPlace.value())
                    .param("request", request.origin.id().value())
                    .update();
            link(request, into, now());
            return;
        }
        var result = Objects.requireNonNullElse(how.result(), "");
        request.backFromGrid(result, Objects.requireNonNullElse(how.handledPerson(), "grid"), now());
        book.save(request);
        tell(request, RequestAct.GRID_BACK);
    }

    private void again(ServiceRequest request, GridEventId event) {
        if (!request.canWaitForGrid()) {
            return;
        }
        request.againWithGrid(account.actor().holder(), now());
        book.save(request);
        link(request, event.value(), now());
        tell(request, RequestAct.GRID_AGAIN);
    }

    private void endLink(ServiceRequest request, UUID event, String how) {
        database.sql("""
                        update services_request_event set ended_at = :at, ended_as = :how
                        where request_id = :request and event_id = :event and ended_at is null
                        """)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("how", how)
                .param("request", request.origin.id().value())
                .param("event", event)
                .update();
    }

    private void tell(ServiceRequest request, RequestAct act) {
        news.publishEvent(new RequestMoved(request.origin.id(), act, request.origin.place()));
    }

    /** Whoever may see the request gets its number and its page; others learn only that there is one. */
    @Override
    @Transactional(readOnly = true)
    public List<Origin> of(Jurisdiction jurisdiction, GridEventId event) {
        var may = account.may(ServicesAuthorities.READ_REQUESTS);
        return database.sql("""
                        select r.request_id, r.receipt, %s as seen
                        from services_request_event l join services_request r on r.request_id = l.request_id
                        where l.event_id = :event order by l.handed_at
                        """.formatted("coalesce(" + RequestBook.SEEN.strip() + ", false)"))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("event", event.value())
                .query((row, index) -> may && row.getBoolean("seen")
                        ? new Origin(
                                "services.request.origin",
                                row.getString("receipt"),
                                "/services/requests/" + row.getString("request_id"))
                        : new Origin("services.request.origin", null, null))
                .list();
    }

    /** What may be chosen for the event, of the second level of the catalogue. */
    @Transactional(readOnly = true)
    public List<EventKind> kinds(PlaceCode place) {
        var known = kinds.kinds(place, LocalDate.now(clock));
        return known.tops().stream().flatMap(top -> known.below(top).stream()).toList();
    }

    /** The place of the request, and the grids in it where it is a village. */
    @Transactional(readOnly = true)
    public List<Spot> spots(Jurisdiction jurisdiction, PlaceCode place) {
        var own = places.require(place, jurisdiction);
        var spots = new ArrayList<Spot>();
        spots.add(new Spot(own.code().value(), own.name()));
        if (place.kind() == PlaceKind.VILLAGE) {
            places.children(jurisdiction, place, LocalDate.now(clock))
                    .forEach(grid -> spots.add(new Spot(grid.code().value(), grid.name())));
        }
        return spots;
    }

    /** The events that a request became, as far as whoever looks may see them. */
    @Transactional(readOnly = true)
    public List<Told> told(Jurisdiction jurisdiction, Actor actor, RequestId id) {
        if (!account.may(EventAuthorities.READ_EVENTS)) {
            return List.of();
        }
        return database
                .sql("""
                        select l.event_id from services_request_event l
                        where l.request_id = :request and l.place_code >= :lo and l.place_code < :hi order by l.handed_at
                        """)
                .param("request", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(UUID.class)
                .list()
                .stream()
                .map(event -> stories.told(jurisdiction, actor, new GridEventId(event)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Both in the order in which they happened. */
    public static List<CourseLine> course(List<StoryLine> story, List<Told> events) {
        var lines = new ArrayList<CourseLine>();
        story.forEach(line -> lines.add(new CourseLine(
                line.at(),
                line.act().messageKey(),
                line.byCitizen(),
                line.person(),
                line.holderName(),
                line.note(),
                null)));
        events.forEach(event -> event.lines()
                .forEach(line -> lines.add(new CourseLine(
                        line.move().at().atOffset(ZoneOffset.UTC),
                        line.move().kind().messageKey(),
                        false,
                        line.byClock() ? "" : line.move().person(),
                        line.holder(),
                        noteOf(line.move().note()),
                        event.receipt()))));
        lines.sort(Comparator.comparing(CourseLine::at));
        return lines;
    }

    private static String noteOf(@Nullable String note) {
        return note == null || note.equals("-") ? "" : note;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
