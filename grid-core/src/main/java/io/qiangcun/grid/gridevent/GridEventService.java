package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes grid events in and moves them through their loop. */
@Service
@Transactional
public class GridEventService {

    public static final String ATTACHMENTS = "grid.event";

    private static final String MAY_REPORT = "hasAuthority('" + EventAuthorities.REPORT_EVENTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + EventAuthorities.ACT_ON_EVENTS + "')";
    private static final String MAY_DIRECT = "hasAuthority('" + EventAuthorities.DIRECT_EVENTS + "')";

    private final GridEvents events;
    private final EventBook book;
    private final MoveLog log;
    private final EventRules rules;
    private final EventCalls calls;
    private final PlaceTree places;
    private final AttachmentService attachments;
    private final JdbcClient database;
    private final Clock clock;

    GridEventService(
            GridEvents events,
            EventBook book,
            MoveLog log,
            EventRules rules,
            EventCalls calls,
            PlaceTree places,
            AttachmentService attachments,
            JdbcClient database,
            Clock clock) {
        this.events = events;
        this.book = book;
        this.log = log;
        this.rules = rules;
        this.calls = calls;
        this.places = places;
        this.attachments = attachments;
        this.database = database;
        this.clock = clock;
    }

    /** Takes a report in. Sent a second time it changes nothing and is acknowledged again. */
    @PreAuthorize(MAY_REPORT)
    public Acknowledged report(Jurisdiction jurisdiction, Actor actor, ReportGridEvent command, List<Upload> photos) {
        return reportedThrough(jurisdiction, actor, command, photos);
    }

    /** Through a door that answers for whoever came through it. */
    Acknowledged reportedThrough(Jurisdiction jurisdiction, Actor actor, ReportGridEvent command, List<Upload> photos) {
        var known = events.findById(command.id(), jurisdiction);
        if (known.isPresent()) {
            return acknowledged(known.get());
        }
        var place = places.require(command.place(), jurisdiction);
        if (place.validTo() != null) {
            throw new GridEventRefused("place", "closed-place", place.name());
        }
        var kind = rules.kinds(command.place(), today())
                .find(command.kind())
                .orElseThrow(() -> new GridEventRefused("kind", "no-such-kind"));
        var event = new GridEvent(command, kind, Mover.of(jurisdiction, actor), clock.instant());
        book.save(event, List.of());
        if (!photos.isEmpty()) {
            attachments.attach(jurisdiction, actor, ownerOf(event), photos);
        }
        return acknowledged(event);
    }

    /** A photo of a report, under an id of the device's own: sent again it changes nothing. */
    @PreAuthorize(MAY_REPORT)
    public void addPhoto(Jurisdiction jurisdiction, Actor actor, GridEventId id, UUID photo, Upload upload) {
        var event = find(jurisdiction, id);
        if (!event.isSeenBy(Mover.of(jurisdiction, actor))) {
            throw new GridEventNotFound(id);
        }
        var isNew = database.sql("""
                insert into grid_event_photo (photo_id, event_id, place_code) values (:photo, :event, :place)
                on conflict (photo_id) do nothing
                """)
                .param("photo", photo)
                .param("event", id.value())
                .param("place", event.placeCode().value())
                .update();
        if (isNew > 0) {
            attachments.attach(jurisdiction, actor, ownerOf(event), List.of(upload));
        }
    }

    @PreAuthorize(MAY_DIRECT)
    public void accept(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version) {
        move(jurisdiction, actor, id, version, (event, by) -> event.accept(by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void assign(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, PlaceCode to, String note) {
        var handler = places.require(to, jurisdiction);
        if (handler.validTo() != null) {
            throw new GridEventRefused("place", "closed-place", handler.name());
        }
        move(jurisdiction, actor, id, version, (event, by) -> event.assign(to, note, by, clock.instant()));
    }

    @PreAuthorize(MAY_ACT)
    public void start(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version) {
        move(jurisdiction, actor, id, version, (event, by) -> event.start(by, clock.instant()));
    }

    @PreAuthorize(MAY_ACT)
    public void done(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String result, List<Upload> photos) {
        move(jurisdiction, actor, id, version, (event, by) -> {
            event.done(result, by, clock.instant());
            if (!photos.isEmpty()) {
                attachments.attach(jurisdiction, actor, ownerOf(event), photos);
            }
        });
    }

    @PreAuthorize(MAY_ACT)
    public void giveBack(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String reason) {
        move(jurisdiction, actor, id, version, (event, by) -> event.giveBack(reason, settings(), by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void verifyAndClose(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String note) {
        move(jurisdiction, actor, id, version, (event, by) -> event.verifyAndClose(note, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void rework(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String reason) {
        move(jurisdiction, actor, id, version, (event, by) -> event.rework(reason, by, clock.instant()));
    }

    @PreAuthorize(MAY_ACT)
    public void escalate(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String reason) {
        move(jurisdiction, actor, id, version, (event, by) -> event.escalate(reason, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void extend(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, int amount, String reason) {
        move(
                jurisdiction,
                actor,
                id,
                version,
                (event, by) ->
                        event.extend(amount, reason, book.limitOf(event).time(), settings(), by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void pause(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String evidence) {
        move(jurisdiction, actor, id, version, (event, by) -> event.pause(evidence, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void resume(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String note) {
        move(jurisdiction, actor, id, version, (event, by) -> event.resume(note, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void whistle(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, CallForHelp call) {
        move(jurisdiction, actor, id, version, (event, by) -> {
            var now = clock.instant();
            event.whistle(call.question(), by, now);
            var kind = rules.kinds(event.placeCode(), today()).name(event.getKind());
            calls.ask(event, call, kind, settings(), by, now);
        });
    }

    /** @param receipt of the report under which the matter is dealt with */
    @PreAuthorize(MAY_DIRECT)
    public void merge(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String receipt) {
        var other = events
                .findAll(jurisdiction, (root, query, cb) -> cb.equal(root.get("receipt"), receipt), Pageable.ofSize(1))
                .stream()
                .findFirst()
                .orElseThrow(() -> new GridEventRefused("other", "no-such-receipt"));
        move(jurisdiction, actor, id, version, (event, by) -> event.mergeInto(other, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void transfer(
            Jurisdiction jurisdiction,
            Actor actor,
            GridEventId id,
            long version,
            ExclusiveChannel channel,
            String reason) {
        move(jurisdiction, actor, id, version, (event, by) -> event.transfer(channel, reason, by, clock.instant()));
    }

    @PreAuthorize(MAY_DIRECT)
    public void reopen(Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, String reason) {
        move(jurisdiction, actor, id, version, (event, by) -> {
            leaveEndedGrids(event, jurisdiction);
            event.reopen(reason, settings(), by, clock.instant());
        });
    }

    /** What somebody who was called back says. */
    @PreAuthorize(MAY_DIRECT)
    public void calledBack(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, Satisfaction satisfaction) {
        move(jurisdiction, actor, id, version, (event, by) -> {
            if (!event.actsOf(by).contains(Act.ANSWER)) {
                throw new GridEventRefused(null, event.isHandler(by) ? "own-work" : "not-now");
            }
            answer(event, "CALL_BACK", satisfaction, by);
        });
    }

    /** What somebody says who has a slip and no account. Not solved is open again, as long as it may be. */
    void answeredBySlip(Jurisdiction jurisdiction, GridEventId id, Satisfaction satisfaction) {
        var event = find(jurisdiction, id);
        var before = event.placeCode();
        answer(event, "SLIP", satisfaction, new Mover(null, BySlip.ACTOR));
        keep(event, before);
    }

    /** The limit and half as much again are used up: the next level has it. */
    void escalateByClock(Jurisdiction jurisdiction, GridEventId id) {
        var event = find(jurisdiction, id);
        var due = event.getEscalatesAt();
        if (due != null && !due.isAfter(clock.instant())) {
            event.escalate(BySlip.NO_WORDS, Mover.clock(), clock.instant());
            book.save(event, log.of(id));
        }
    }

    /** Writes the deadlines of open events anew, after the calendar has changed. */
    void reschedule(Jurisdiction jurisdiction, GridEventId id) {
        book.save(find(jurisdiction, id), log.of(id));
    }

    private void answer(GridEvent event, String via, Satisfaction satisfaction, Mover by) {
        var now = clock.instant();
        if (answeredBefore(event)) {
            throw new GridEventRefused(null, "answered");
        }
        event.answered(satisfaction.solved(), satisfaction.words(), by, now);
        database.sql("""
                insert into grid_event_answer (event_id, round, place_code, answered_at, via, account_id, post, person,
                  solved, stars, words)
                values (:event, :round, :place, :at, :via, :account, :post, :person, :solved, :stars, :words)
                """)
                .param("event", event.getId().value())
                .param("round", event.getRound())
                .param("place", event.placeCode().value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("via", via)
                .param("account", by.account())
                .param("post", by.actor().login())
                .param("person", by.actor().holder())
                .param("solved", satisfaction.solved())
                .param("stars", satisfaction.stars())
                .param("words", satisfaction.words())
                .update();
        var settings = settings();
        if (!satisfaction.solved() && event.canReopen(settings, now)) {
            var words = satisfaction.words().isBlank() ? BySlip.NO_WORDS : satisfaction.words();
            leaveEndedGrids(event, Jurisdiction.within(Level.deskOf(event.placeCode())));
            event.reopen(words, settings, new Mover(null, by.actor()), now);
        }
    }

    /** What was over when its grid ended stayed there; what is taken up again lies where the grid has gone. */
    private void leaveEndedGrids(GridEvent event, Jurisdiction jurisdiction) {
        while (Level.of(event.placeCode()) == Level.GRID) {
            var grid = places.require(event.placeCode(), jurisdiction);
            if (grid.validTo() == null) {
                return;
            }
            event.leave(grid.code(), Objects.requireNonNullElseGet(grid.successor(), () -> Level.deskOf(grid.code())));
        }
    }

    private boolean answeredBefore(GridEvent event) {
        return database.sql("select exists (select from grid_event_answer where event_id = :event and round = :round)")
                .param("event", event.getId().value())
                .param("round", event.getRound())
                .query(Boolean.class)
                .single();
    }

    private void move(
            Jurisdiction jurisdiction, Actor actor, GridEventId id, long version, BiConsumer<GridEvent, Mover> verb) {
        var event = find(jurisdiction, id);
        var by = Mover.of(jurisdiction, actor);
        if (!event.isSeenBy(by)) {
            throw new GridEventNotFound(id);
        }
        var current = event.getVersion();
        if (current == null || current != version) {
            throw new GridEventStale();
        }
        var before = event.placeCode();
        verb.accept(event, by);
        keep(event, before);
    }

    private void keep(GridEvent event, PlaceCode before) {
        var written = log.of(event.getId());
        if (event.placeCode().equals(before)) {
            book.save(event, written);
        } else {
            book.file(event, written);
        }
    }

    private GridEvent find(Jurisdiction jurisdiction, GridEventId id) {
        return events.findById(id, jurisdiction).orElseThrow(() -> new GridEventNotFound(id));
    }

    private static Acknowledged acknowledged(GridEvent event) {
        return new Acknowledged(
                event.getId(), event.getReceipt(), event.getReported().at());
    }

    static AttachmentOwner ownerOf(GridEvent event) {
        return new AttachmentOwner(ATTACHMENTS, event.getId().value(), event.placeCode());
    }

    private Settings settings() {
        return rules.settings(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Who answers by a slip is nobody that the house knows. */
    static final class BySlip {

        static final String NO_WORDS = "-";

        static final Actor ACTOR = new Actor(null, "slip", "slip", "slip", RoleName.VILLAGE, null);

        private BySlip() {}
    }

    /**
     * Whether it is solved for whom it concerns.
     *
     * @param stars one to five, if he gave any
     */
    public record Satisfaction(boolean solved, @Nullable Integer stars, String words) {}
}
