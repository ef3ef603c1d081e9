package io.qiangcun.services.request;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.ServicesAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests: the inbox of a place, one of them, and what whoever asked may see of it. */
@Service
@Transactional(readOnly = true)
public class RequestQueries {

    /** Somebody who looks for more says what he looks for; beyond it neither pages nor sheets go on, nor is it counted. */
    public static final int MOST_ROWS = 5_000;

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_REQUESTS + "')";

    private static final String ROW = """
            select r.request_id, r.receipt, r.purpose, r.channel, r.item_name, r.matter, r.priority, r.state, p.name as place_name,
              h.name as holder_name, r.claimed_person, r.applied_at, r.due_at, r.closed_at, r.outcome,
              r.closed_at is null and coalesce(r.due_at < :now, false) as overdue
            from services_request r join place p on p.place_code = r.place_code left join place h on h.place_code = r.holder_place
            """;

    private final JdbcClient database;
    private final RequestBook book;
    private final RequestRatingQueries ratings;
    private final PetitionReviews reviews;
    private final RuleParameters parameters;
    private final Clock clock;

    RequestQueries(
            JdbcClient database,
            RequestBook book,
            RequestRatingQueries ratings,
            PetitionReviews reviews,
            RuleParameters parameters,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.ratings = ratings;
        this.reviews = reviews;
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * At most the first {@link #MOST_ROWS}.
     *
     * @param text a receipt, or words that stand in the matter or the service; blank for all
     */
    @PreAuthorize(MAY_READ)
    public Page<RequestRow> inbox(Jurisdiction jurisdiction, Actor actor, InboxShow show, String text, Pageable page) {
        var condition = " where " + show.condition() + " and " + RequestBook.SEEN;
        var receipt = Receipts.typed(text);
        if (receipt.isPresent()) {
            condition += " and r.receipt = :text";
        } else if (!text.isBlank()) {
            condition += " and (strpos(r.matter, :text) > 0 or strpos(r.item_name, :text) > 0)";
        }
        var words = receipt.orElse(text.strip());
        var order = show == InboxShow.DONE
                ? " order by r.closed_at desc, r.request_id"
                : " order by r.priority desc, r.due_at nulls last, r.applied_at, r.request_id";
        var limit = page.isPaged() ? " limit " + page.getPageSize() + " offset " + page.getOffset() : "";
        var rows = bind(database.sql(ROW + condition + order + limit), jurisdiction, actor, words)
                .query(RequestRow.class)
                .list();
        var total = page.isPaged() && (rows.size() == page.getPageSize() || page.getOffset() > 0)
                ? bind(
                                database.sql("select count(*) from (select 1 from services_request r" + condition
                                        + " limit " + MOST_ROWS + ") first"),
                                jurisdiction,
                                actor,
                                words)
                        .query(Long.class)
                        .single()
                : rows.size();
        return new PageImpl<>(rows, page, total);
    }

    private StatementSpec bind(StatementSpec sql, Jurisdiction jurisdiction, Actor actor, String text) {
        var now = clock.instant();
        return sql.param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("root", jurisdiction.root().value())
                .param("me", actor.account() == null ? null : actor.account().value())
                .param("now", utc(now))
                .param("tomorrow", utc(tomorrow()))
                .param("text", text);
    }

    @PreAuthorize(MAY_READ)
    public InboxCounts counts(Jurisdiction jurisdiction, Actor actor) {
        return bind(database.sql("""
                        select count(*) as here, count(*) filter (where r.claimed_by is null) as unclaimed,
                          count(*) filter (where r.claimed_by = cast(:me as uuid)) as mine,
                          count(*) filter (where r.due_at >= :now and r.due_at < :tomorrow) as today,
                          count(*) filter (where r.due_at < :now) as overdue,
                          count(*) filter (where r.state in ('SUPPLEMENT', 'WAITING')) as waiting
                        from services_request r where r.holder_place = :root and r.closed_at is null and
                        """ + RequestBook.SEEN), jurisdiction, actor, "")
                .query(InboxCounts.class)
                .single();
    }

    /** What a post sees of it. Who asked is named in full to the place that has it. */
    @PreAuthorize(MAY_READ)
    public Optional<RequestView> view(Jurisdiction jurisdiction, Actor actor, RequestId id) {
        return book.find(jurisdiction, id).map(request -> {
            var by = Clerk.of(jurisdiction, actor);
            return database.sql("""
                            select r.*, p.name as place_name, h.name as holder_name, f.name as handed_from_name
                            from services_request r join place p on p.place_code = r.place_code
                              left join place h on h.place_code = r.holder_place
                              left join place f on f.place_code = r.handed_from
                            where r.request_id = :id
                            """)
                    .param("id", id.value())
                    .query((row, index) -> view(row, request, by))
                    .single();
        });
    }

    private RequestView view(ResultSet row, ServiceRequest request, Clerk by) throws SQLException {
        var id = request.origin.id();
        var name = book.applicantOf(id.value(), row.getBytes("applicant"));
        var item = request.origin.item();
        return new RequestView(
                id.value(),
                request.version,
                request.origin.receipt(),
                request.purpose,
                request.origin.channel(),
                item == null ? null : item.code(),
                item == null ? null : item.version(),
                item == null ? null : item.name(),
                request.origin.promisedDays(),
                request.origin.legalDays() == 0 ? null : request.origin.legalDays(),
                row.getString("matter"),
                row.getBoolean("priority"),
                request.urgent,
                by.isAt(request.holder) ? name : name.substring(0, 1) + "*",
                new PhoneNumber(book.phoneOf(id.value(), row.getBytes("phone"))).masked(),
                request.origin.agentName(),
                row.getString("agent_basis"),
                request.state,
                request.waitingFor,
                row.getString("place_name"),
                request.origin.place().value(),
                row.getString("holder_name"),
                row.getString("handed_from_name"),
                request.claimedPerson,
                Objects.requireNonNull(utc(request.origin.appliedAt())),
                utc(request.acceptedAt),
                utc(request.dueAt),
                utc(request.legalDueAt),
                !request.state.isOver() && request.dueAt != null && request.dueAt.isBefore(clock.instant()),
                request.outcome,
                request.result,
                request.closedInTime,
                by.isAt(request.holder),
                request.actsOf(by),
                story(id));
    }

    /** Nobody is signed in: whoever asked showed his receipt. */
    CitizenView forCitizen(Jurisdiction there, RequestId id) {
        var request = book.findOwn(there, id).orElseThrow(() -> new RequestNotFound(id));
        var citizen = Clerk.citizen();
        var may = request.actsOf(citizen);
        var item = request.origin.item();
        var own = ratings.own(there, id).orElse(null);
        var more = database.sql("""
                        select r.matter, h.name as holder_name from services_request r
                          left join place h on h.place_code = r.holder_place
                        where r.request_id = :id and r.place_code >= :lo and r.place_code < :hi
                        """)
                .param("id", id.value())
                .param("lo", there.lo())
                .param("hi", there.hi())
                .query(More.class)
                .single();
        return new CitizenView(
                request.origin.receipt(),
                request.origin.place().value(),
                request.purpose,
                item == null ? null : item.name(),
                more.matter(),
                request.state,
                more.holderName(),
                Objects.requireNonNull(utc(request.origin.appliedAt())),
                request.state.isOver() ? null : utc(request.dueAt),
                request.state.isOver() ? null : utc(request.legalDueAt),
                request.outcome,
                request.result,
                request.state == RequestState.SUPPLEMENT ? request.supplement : null,
                may.contains(RequestAct.SUPPLIED),
                may.contains(RequestAct.WITHDRAW),
                may.contains(RequestAct.RATE),
                may.contains(RequestAct.APPEND) && own != null && own.appended() == null,
                own,
                reviews.forCitizen(request),
                reviews.nextForCitizen(request).orElse(null),
                story(id).stream()
                        .filter(StoryLine::isForCitizen)
                        .map(StoryLine::forCitizen)
                        .toList());
    }

    /**
     * What a post has to know of a petition.
     *
     * @param aboutName who is complained of, if it is a place of the line
     */
    public record PetitionView(
            int tellDays,
            int settleDays,
            int reviewDays,
            @Nullable String aboutName) {}

    /** Nothing for what is no petition. */
    @PreAuthorize(MAY_READ)
    public Optional<PetitionView> petition(Jurisdiction jurisdiction, RequestId id) {
        return database.sql("""
                        select a.name from services_request r left join place a on a.place_code = r.petition_about
                        where r.request_id = :id and r.purpose = 'PETITION' and
                        """ + RequestBook.SEEN)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, index) -> new PetitionView(
                        number("services.petition.tell-days"),
                        number("services.petition.settle-days"),
                        number("services.petition.review-ask-days"),
                        row.getString("name")))
                .optional();
    }

    private int number(String code) {
        return parameters.wholeNumber(code, LocalDate.now(clock));
    }

    private record More(String matter, @Nullable String holderName) {}

    private List<StoryLine> story(RequestId id) {
        return database.sql("""
                        select a.at, a.kind as act, a.to_state as state, h.name as holder_name, a.person,
                          a.acting_place is null and a.post = 'citizen' as by_citizen, a.note
                        from services_request_act a left join place h on h.place_code = a.holder_place
                        where a.request_id = :id order by a.number
                        """).param("id", id.value()).query(StoryLine.class).list();
    }

    /** A place to which a request may be passed on. */
    public record Target(String code, String name) {}

    /** To whom a request may be passed on: up, down its own line, and to the departments of the county. */
    @PreAuthorize(MAY_READ)
    public List<Target> targets(Jurisdiction jurisdiction, PlaceCode place) {
        var here = jurisdiction.root();
        return database.sql("""
                        select p.place_code as code, p.name from place p
                        where p.valid_to is null and p.place_code <> :here and (
                          length(p.place_code) between 6 and 12 and starts_with(:place, p.place_code)
                          or length(p.place_code) between 9 and 12 and starts_with(p.place_code, :here)
                            and starts_with(p.place_code, :place)
                          or length(:here) <= 9 and p.category = 'UNIT' and p.place_code >= :county
                            and p.place_code < :county || ':' and exists (select from place o
                              where o.place_code = left(p.place_code, 9) and o.category = 'ORGANS'))
                        order by length(p.place_code), p.place_code
                        """)
                .param("here", here.value())
                .param("place", place.value())
                .param("county", place.county().value())
                .query(Target.class)
                .list();
    }

    /** What waits for a second opinion, as it was explained. */
    @PreAuthorize(MAY_READ)
    public Optional<String> explanation(Jurisdiction jurisdiction, RequestId id) {
        return book.find(jurisdiction, id)
                .filter(request -> !request.state.isOver())
                .map(request -> request.explanation);
    }

    /** Until the end of which year what is archived is kept. */
    @PreAuthorize(MAY_READ)
    public int keptUntil(RequestView request) {
        return request.appliedAt().getYear() + number("services.request.retention-years");
    }

    /** The places of whom a request from the place may complain: its village and its township. */
    @PreAuthorize(MAY_READ)
    public List<Target> line(PlaceCode place) {
        return database.sql("""
                        select p.place_code as code, p.name from place p
                        where length(p.place_code) in (9, 12) and starts_with(:place, p.place_code) order by p.place_code desc
                        """)
                .param("place", place.value())
                .query(Target.class)
                .list();
    }

    private Instant tomorrow() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** For tests and jobs that know the receipt only. */
    @PreAuthorize(MAY_READ)
    public Optional<RequestId> byReceipt(Jurisdiction jurisdiction, String receipt) {
        return database.sql("select r.request_id from services_request r where r.receipt = :receipt and "
                        + RequestBook.SEEN)
                .param("receipt", receipt)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(UUID.class)
                .optional()
                .map(RequestId::new);
    }
}
