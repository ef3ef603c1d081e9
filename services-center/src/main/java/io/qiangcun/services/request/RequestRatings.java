package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what whoever asked says of how it was dealt with, and has bad ones looked into by the place above. */
@Service
@Transactional
public class RequestRatings {

    /** The worst two of the five grades. */
    private static final int BAD = 2;

    private static final String MAY_ANSWER = "hasAuthority('" + ServicesAuthorities.ANSWER_RATINGS + "')";

    private final RequestBook book;
    private final WorkingCalendar calendar;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestRatings(
            RequestBook book,
            WorkingCalendar calendar,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.calendar = calendar;
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What somebody says.
     *
     * @param stars one to five
     */
    public record Rating(int stars, boolean solved, String words) {

        public Rating {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("Not one of the five grades: " + stars);
            }
        }
    }

    /** Once, while the window is open. */
    void rate(Jurisdiction there, RequestId id, Rating rating) {
        var request = book.lockOwn(there, id).orElseThrow(() -> new RequestNotFound(id));
        requireWindow(request);
        rate(request, rating, now());
        events.publishEvent(new RequestRated(id, request.origin.place()));
    }

    void rate(ServiceRequest request, Rating rating, Instant now) {
        var id = request.origin.id();
        request.rate(now);
        var handled = handledBy(id, request.origin.place());
        var above = above(handled);
        var bad = rating.stars() <= BAD;
        book.save(request);
        database.sql("""
                        insert into services_rating (request_id, place_code, handled_place, rated_at, stars, solved, words, ticket_place,
                          contact_due, resolve_due)
                        values (:id, :place, :handled, :at, :stars, :solved, :words, :ticket, :contact, :resolve)
                        """)
                .param("id", id.value())
                .param("place", request.origin.place().value())
                .param("handled", handled.value())
                .param("at", utc(now))
                .param("stars", rating.stars())
                .param("solved", rating.solved())
                .param("words", IdentityNumber.hiddenIn(rating.words()))
                .param("ticket", bad ? above.value() : null)
                .param("contact", bad ? due(now, "services.rating.contact-days") : null)
                .param("resolve", bad ? due(now, "services.rating.resolve-days") : null)
                .update();
    }

    /** One afterthought. */
    void append(Jurisdiction there, RequestId id, String words) {
        var request = book.lockOwn(there, id).orElseThrow(() -> new RequestNotFound(id));
        requireWindow(request);
        request.append(now());
        var written = database.sql("""
                        update services_rating set appended = :words, appended_at = :at
                        where request_id = :id and appended is null and place_code >= :lo and place_code < :hi
                        """)
                .param("words", IdentityNumber.hiddenIn(words))
                .param("at", utc(now()))
                .param("id", id.value())
                .param("lo", there.lo())
                .param("hi", there.hi())
                .update();
        if (written == 0) {
            throw new RequestRefused(null, "appended-once");
        }
        book.save(request);
        events.publishEvent(new RequestRated(id, request.origin.place()));
    }

    /** Somebody who did not deal with it has spoken to whoever is dissatisfied. */
    @PreAuthorize(MAY_ANSWER)
    public void contacted(Jurisdiction jurisdiction, Actor actor, RequestId id, String note) {
        settle(jurisdiction, actor, id, note, """
                update services_rating set contacted_at = :at, contacted_post = :post, contacted_person = :person, contact_note = :note
                where request_id = :id and ticket_place = :root and contacted_at is null and place_code >= :lo and place_code < :hi
                """);
    }

    /** What was done about it; whoever is dissatisfied reads it. */
    @PreAuthorize(MAY_ANSWER)
    public void resolved(Jurisdiction jurisdiction, Actor actor, RequestId id, String result) {
        settle(jurisdiction, actor, id, result, """
                update services_rating set resolved_at = :at, resolved_post = :post, resolved_person = :person, resolution = :note
                where request_id = :id and ticket_place = :root and contacted_at is not null and resolved_at is null
                  and place_code >= :lo and place_code < :hi
                """);
    }

    private void settle(Jurisdiction jurisdiction, Actor actor, RequestId id, String note, String sql) {
        var request = book.find(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        if (note.isBlank()) {
            throw new RequestRefused("note", "no-words");
        }
        if (actor.login().equals(request.decidedPost) || actor.holder().equals(request.decidedPerson)) {
            throw new RequestRefused(null, "own-work");
        }
        var written = database.sql(sql)
                .param("at", utc(now()))
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("note", note)
                .param("id", id.value())
                .param("root", jurisdiction.root().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (written == 0) {
            throw new RequestRefused(null, "not-now");
        }
        events.publishEvent(new RatingAnswered(id, request.origin.place()));
    }

    private void requireWindow(ServiceRequest request) {
        var closed = request.closedAt;
        var days = parameters.wholeNumber("services.rating.days", LocalDate.now(clock));
        if (closed == null || now().isAfter(closed.plus(Duration.ofDays(days)))) {
            throw new RequestRefused(null, "too-late-to-rate", days);
        }
    }

    /** The last place that did something about it. */
    private PlaceCode handledBy(RequestId id, PlaceCode place) {
        return book.linesOf(id).stream()
                .map(ActLine::actingPlace)
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse(place);
    }

    /** Who looks into it: the place above, or, for the county, the county itself by another. */
    private static PlaceCode above(PlaceCode handled) {
        return handled.kind().compareTo(PlaceKind.COUNTY) <= 0
                ? handled
                : handled.parent().orElse(handled);
    }

    private OffsetDateTime due(Instant from, String code) {
        var days = parameters.wholeNumber(code, LocalDate.now(clock));
        var time = calendar.workTime();
        return utc(time.plus(Pace.WORKING_DAYS, from, Duration.ofDays(days)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
