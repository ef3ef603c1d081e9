package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.attachment.AttachmentRefused;
import io.qiangcun.core.error.NotFound;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.Point;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Uploads;
import io.qiangcun.grid.gridevent.Acknowledged;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.EventAuthorities;
import io.qiangcun.grid.gridevent.EventFilter;
import io.qiangcun.grid.gridevent.EventRow;
import io.qiangcun.grid.gridevent.EventRules;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventNotFound;
import io.qiangcun.grid.gridevent.GridEventQueries;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes reports in from devices and other systems, and tells what became of them. The id is the device's own: what is sent
 * again is acknowledged again and taken in once.
 */
@RestController
@RequestMapping("/api/v1")
class GridEventApi {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";
    private static final String MAY_REPORT = "hasAuthority('" + EventAuthorities.REPORT_EVENTS + "')";
    private static final int LONGEST_CONTENT = 500;
    private static final int LONGEST_SPOT = 100;
    private static final int LONGEST_AFFECTED = 60;
    private static final int MOST_ROWS = 200;

    private final GridEventService events;
    private final GridEventQueries queries;
    private final EventRules rules;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    GridEventApi(
            GridEventService events,
            GridEventQueries queries,
            EventRules rules,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.events = events;
        this.queries = queries;
        this.rules = rules;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /** 201 when it is taken in, 200 when it was before; the answer is the same. */
    @PostMapping("/grid-events")
    @PreAuthorize(MAY_REPORT)
    ResponseEntity<Receipt> report(@RequestBody Report report, Jurisdiction jurisdiction, Actor actor) {
        var command = command(report, jurisdiction);
        var known = queries.find(jurisdiction, actor, command.id()).isPresent();
        var taken = taken(jurisdiction, actor, command);
        return json(known ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Receipt(taken.id().toString(), taken.receipt(), taken.reportedAt()));
    }

    /** Each photo by itself and under its own id, so that what was interrupted goes on with the next. */
    @PostMapping("/grid-events/{id}/photos/{photo}")
    @PreAuthorize(MAY_REPORT)
    ResponseEntity<Map<String, String>> photo(
            @PathVariable GridEventId id,
            @PathVariable UUID photo,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Actor actor) {
        if (queries.find(jurisdiction, actor, id).isEmpty()) {
            throw new GridEventNotFound(id);
        }
        if (file == null || file.isEmpty()) {
            throw new Unreadable("file");
        }
        events.addPhoto(jurisdiction, actor, id, photo, Uploads.of(file));
        return json(HttpStatus.OK).body(Map.of("photo", photo.toString()));
    }

    @GetMapping("/grid-events/{id}")
    @PreAuthorize(MAY_READ)
    Event find(@PathVariable GridEventId id, Jurisdiction jurisdiction, Actor actor) {
        return queries.find(jurisdiction, actor, id).map(this::event).orElseThrow(() -> new GridEventNotFound(id));
    }

    /** The open ones by deadline, or those that are over, latest first. */
    @GetMapping("/grid-events")
    @PreAuthorize(MAY_READ)
    List<Event> list(
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Jurisdiction jurisdiction,
            Actor actor) {
        var asked = PageRequest.of(Math.max(0, page), Math.min(MOST_ROWS, Math.max(1, size)));
        return queries.list(
                        jurisdiction, actor, new EventFilter(null, null, null, over, false, false, null, null), asked)
                .map(this::event)
                .toList();
    }

    /** What a device keeps to fill in reports without a network: who it is for, the kinds, and the places. */
    @GetMapping("/grid-events/form")
    @PreAuthorize(MAY_REPORT)
    ResponseEntity<Form> form(Jurisdiction jurisdiction, Actor actor, @Nullable CsrfToken token) {
        var today = LocalDate.now(clock);
        var kinds = rules.kinds(jurisdiction.root(), today).all().stream()
                .map(kind -> new Kind(kind.code(), kind.name(), kind.urgent(), kind.confidential()))
                .toList();
        var own = places.path(jurisdiction.root()).stream().filter(place -> jurisdiction.covers(place.code()));
        var below = jurisdiction.level().compareTo(PlaceKind.TOWNSHIP) < 0
                ? places.all(jurisdiction, PlaceKind.TOWNSHIP, today).stream()
                : Stream.of(PlaceKind.values())
                        .filter(level -> level.compareTo(jurisdiction.level()) > 0)
                        .flatMap(level -> places.all(jurisdiction, level, today).stream());
        return json(HttpStatus.OK)
                .body(new Form(
                        actor.login(),
                        actor.post(),
                        actor.holder(),
                        token == null ? "" : token.getHeaderName(),
                        token == null ? "" : token.getToken(),
                        kinds,
                        Stream.concat(own, below)
                                .map(place -> new Place(place.code().value(), place.name()))
                                .sorted((one, other) -> one.code().compareTo(other.code()))
                                .toList()));
    }

    /** What all this is, for those who write programs. */
    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    Resource description() {
        return new ClassPathResource("openapi/v1.yaml");
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(RuleViolated violated) {
        return ResponseEntity.unprocessableContent()
                .body(new Refusal(violated.problems().stream()
                        .map(problem -> new Wrong(
                                problem.field(),
                                messages.get(
                                        problem.messageKey(),
                                        problem.arguments().toArray())))
                        .toList()));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(AttachmentRefused refused) {
        return ResponseEntity.unprocessableContent()
                .body(new Refusal(List.of(new Wrong("file", messages.get(refused.messageKey(), refused.arguments())))));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> unreadable(Unreadable unreadable) {
        return ResponseEntity.badRequest()
                .body(new Refusal(List.of(new Wrong(unreadable.field, messages.get("grid.event.api.unreadable")))));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Refusal> noJson() {
        return ResponseEntity.badRequest()
                .body(new Refusal(List.of(new Wrong(null, messages.get("grid.event.api.unreadable")))));
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notFound(NotFound nothing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(new Refusal(List.of(new Wrong(null, messages.get("grid.event.api.not-found")))));
    }

    /** The same report, sent twice at the same moment, is the same report. */
    private Acknowledged taken(Jurisdiction jurisdiction, Actor actor, ReportGridEvent command) {
        try {
            return events.report(jurisdiction, actor, command, List.of());
        } catch (DataIntegrityViolationException twice) {
            return queries.find(jurisdiction, actor, command.id())
                    .map(row -> new Acknowledged(command.id(), row.receipt(), row.reportedAt()))
                    .orElseThrow(() -> twice);
        }
    }

    /** Whatever a device says it would like to read: a report that was stored and then not answered would come again. */
    private static ResponseEntity.BodyBuilder json(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    private static ReportGridEvent command(Report report, Jurisdiction jurisdiction) {
        var place = report.place() == null || report.place().isBlank()
                ? jurisdiction.root()
                : read("place", report.place(), PlaceCode::valueOf);
        var content = text(report.content(), LONGEST_CONTENT);
        if (content.isEmpty()) {
            throw new Unreadable("content");
        }
        return new ReportGridEvent(
                read("id", report.id(), GridEventId::valueOf),
                place,
                text(report.kind(), 4),
                content,
                text(report.spot(), LONGEST_SPOT),
                text(report.affected(), LONGEST_AFFECTED),
                point(report),
                Boolean.TRUE.equals(report.urgent()),
                Boolean.TRUE.equals(report.confidential()),
                Boolean.TRUE.equals(report.device()) ? Channel.PHONE : Channel.API,
                report.writtenAt(),
                text(report.result(), LONGEST_CONTENT));
    }

    /** A device that has lost its bearings loses the point, not the report. */
    private static @Nullable Point point(Report report) {
        var longitude = report.longitude();
        var latitude = report.latitude();
        return longitude == null || latitude == null
                ? null
                : Point.of(longitude, latitude).orElse(null);
    }

    private static <T> T read(String field, @Nullable String text, Function<String, T> reader) {
        try {
            return reader.apply(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException notOurs) {
            throw new Unreadable(field);
        }
    }

    private static String text(@Nullable String text, int longest) {
        var plain = Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
        return plain.length() > longest ? plain.substring(0, longest) : plain;
    }

    private Event event(EventRow row) {
        return new Event(
                row.eventId().toString(),
                row.receipt(),
                row.kind(),
                row.placeCode(),
                row.content(),
                row.spot(),
                row.urgent(),
                row.state().name(),
                messages.get(row.state().messageKey()),
                row.reportedAt(),
                row.holderName(),
                row.dueAt(),
                row.closedAt(),
                row.solved());
    }

    /** What a device sends. */
    record Report(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String place,
            @Nullable String content,
            @Nullable String spot,
            @Nullable String affected,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude,
            @Nullable Boolean urgent,
            @Nullable Boolean confidential,
            @Nullable Boolean device,
            @Nullable Instant writtenAt,
            @Nullable String result) {}

    /** That it has arrived. */
    record Receipt(String id, String receipt, Instant reportedAt) {}

    /** How an event stands. */
    record Event(
            String id,
            String receipt,
            String kind,
            String place,
            String content,
            String spot,
            boolean urgent,
            String state,
            String stateName,
            Instant reportedAt,
            @Nullable String holder,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Boolean solved) {}

    /** What a device needs to make reports. */
    record Form(
            String login,
            String post,
            String person,
            String tokenHeader,
            String token,
            List<Kind> kinds,
            List<Place> places) {}

    /** A kind to choose. */
    record Kind(String code, String name, boolean urgent, boolean confidential) {}

    /** A place to choose. */
    record Place(String code, String name) {}

    /** Why it was not taken. */
    record Refusal(List<Wrong> problems) {}

    /** One thing that is wrong. */
    record Wrong(@Nullable String field, String message) {}

    /** What was sent says nothing that can be understood. */
    static final class Unreadable extends RuntimeException {

        private final String field;

        Unreadable(String field) {
            super(field);
            this.field = field;
        }
    }
}
