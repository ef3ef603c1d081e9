package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the review of a settled petition by the place above, and the re-review by the one above that (《信访工作条例》
 * art. 35, 36). What lies above the county is not kept here.
 */
@Service
@Transactional
public class PetitionReviews {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_REQUESTS + "')";
    private static final String MAY_ACT = "hasAuthority('" + ServicesAuthorities.ACT_ON_REQUESTS + "')";
    private static final int LAST = 2;

    private final RequestBook book;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    PetitionReviews(
            RequestBook book,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher news,
            Clock clock) {
        this.book = book;
        this.parameters = parameters;
        this.database = database;
        this.news = news;
        this.clock = clock;
    }

    /** A review, asked for or done. */
    public record Review(
            int round,
            String reviewPlace,
            String reviewName,
            OffsetDateTime askedAt,
            String askedWords,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String opinion) {

        public String messageKey() {
            return "services.petition.round." + round;
        }
    }

    /**
     * The review that may be asked for now.
     *
     * @param until the last day
     * @param place who does it; null where that lies above the county
     */
    public record Next(int round, LocalDate until, @Nullable PlaceCode place) {

        public String messageKey() {
            return "services.petition.round." + round;
        }
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Review> of(Jurisdiction jurisdiction, RequestId id) {
        return book.find(jurisdiction, id).map(request -> reviews(request)).orElse(List.of());
    }

    private List<Review> reviews(ServiceRequest request) {
        return database.sql("""
                        select v.round, v.review_place, p.name as review_name, v.asked_at, v.asked_words, v.due_at, v.decided_at, v.opinion
                        from services_petition_review v join place p on p.place_code = v.review_place
                        where v.request_id = :id order by v.round
                        """)
                .param("id", request.origin.id().value())
                .query(Review.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Next> next(Jurisdiction jurisdiction, RequestId id) {
        return book.find(jurisdiction, id).flatMap(request -> next(request, reviews(request)));
    }

    private Optional<Next> next(ServiceRequest request, List<Review> reviews) {
        var closed = request.closedAt;
        if (request.purpose != Purpose.PETITION
                || request.decidedAt == null
                || closed == null
                || reviews.size() == LAST) {
            return Optional.empty();
        }
        if (reviews.isEmpty()) {
            return within(1, closed, "services.petition.review-ask-days", above(settledAt(request)));
        }
        var first = reviews.get(0);
        var decided = first.decidedAt();
        return decided == null
                ? Optional.empty()
                : within(
                        LAST,
                        decided.toInstant(),
                        "services.petition.recheck-ask-days",
                        above(new PlaceCode(first.reviewPlace())));
    }

    private Optional<Next> within(int round, Instant from, String code, @Nullable PlaceCode place) {
        var until = LocalDate.ofInstant(from, clock.getZone()).plusDays(number(code));
        return LocalDate.now(clock).isAfter(until) ? Optional.empty() : Optional.of(new Next(round, until, place));
    }

    private PlaceCode settledAt(ServiceRequest request) {
        return book.linesOf(request.origin.id()).stream()
                .filter(line -> line.kind() == RequestAct.DECIDE)
                .map(ActLine::actingPlace)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(request.origin.place());
    }

    private static @Nullable PlaceCode above(PlaceCode place) {
        return place.kind().compareTo(PlaceKind.COUNTY) <= 0
                ? null
                : place.parent().orElse(null);
    }

    /** Written down by the place that is to review it, as whoever petitioned asked for it. */
    @PreAuthorize(MAY_ACT)
    public void ask(Jurisdiction jurisdiction, Actor actor, RequestId id, String words) {
        var request = book.lock(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        var next = next(request, reviews(request)).orElseThrow(() -> new RequestRefused(null, "not-now"));
        requireHere(jurisdiction, next.place());
        requireWords(words);
        var now = now();
        var days = number(next.round() == 1 ? "services.petition.review-days" : "services.petition.recheck-days");
        var due = LocalDate.ofInstant(now, clock.getZone())
                .plusDays(days + 1L)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .minusSeconds(1);
        database.sql("""
                        insert into services_petition_review (request_id, place_code, round, review_place, asked_at, asked_words, asked_post,
                          asked_person, due_at)
                        values (:id, :place, :round, :review, :now, :words, :post, :person, :due)
                        """)
                .param("id", id.value())
                .param("place", request.origin.place().value())
                .param("round", next.round())
                .param("review", jurisdiction.root().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("words", IdentityNumber.hiddenIn(words))
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        news.publishEvent(new PetitionReviewMoved(id, next.round(), false, request.origin.place()));
    }

    /** Whoever petitioned reads it. */
    @PreAuthorize(MAY_ACT)
    public void decide(Jurisdiction jurisdiction, Actor actor, RequestId id, String opinion) {
        var request = book.lock(jurisdiction, id).orElseThrow(() -> new RequestNotFound(id));
        var open = reviews(request).stream()
                .filter(review -> review.decidedAt() == null)
                .findFirst()
                .orElseThrow(() -> new RequestRefused(null, "not-now"));
        requireHere(jurisdiction, new PlaceCode(open.reviewPlace()));
        requireWords(opinion);
        if (actor.login().equals(request.decidedPost) || actor.holder().equals(request.decidedPerson)) {
            throw new RequestRefused(null, "own-petition");
        }
        database.sql("""
                        update services_petition_review set decided_at = :now, decided_post = :post, decided_person = :person,
                          opinion = :opinion
                        where request_id = :id and round = :round and place_code >= :lo and place_code < :hi
                        """)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("opinion", opinion)
                .param("id", id.value())
                .param("round", open.round())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        news.publishEvent(new PetitionReviewMoved(id, open.round(), true, request.origin.place()));
    }

    /** For whoever petitioned, who showed his receipt. */
    List<Review> forCitizen(ServiceRequest request) {
        return request.purpose == Purpose.PETITION ? reviews(request) : List.of();
    }

    Optional<Next> nextForCitizen(ServiceRequest request) {
        return request.purpose == Purpose.PETITION ? next(request, reviews(request)) : Optional.empty();
    }

    private static void requireHere(Jurisdiction jurisdiction, @Nullable PlaceCode place) {
        if (!jurisdiction.root().equals(place)) {
            throw new RequestRefused(null, "not-the-reviewer");
        }
    }

    private static void requireWords(String words) {
        if (words.isBlank()) {
            throw new RequestRefused("note", "no-words");
        }
    }

    private int number(String code) {
        return parameters.wholeNumber(code, LocalDate.now(clock));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
