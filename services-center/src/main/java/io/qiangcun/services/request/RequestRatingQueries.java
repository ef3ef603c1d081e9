package io.qiangcun.services.request;

import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.ServicesAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads ratings: their sums always with what they are counted of, single ones without whoever gave them. */
@Service
@Transactional(readOnly = true)
public class RequestRatingQueries {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_RATINGS + "')";
    private static final int SHOWN = 50;

    private final JdbcClient database;
    private final RequestBook book;
    private final Clock clock;

    RequestRatingQueries(JdbcClient database, RequestBook book, Clock clock) {
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Of the last twelve months. Who says nothing counts as nothing.
     *
     * @param apart demands that two people explained and closed; they are in no other number
     */
    public record Sums(long closed, long rated, long satisfied, long bad, long solved, long unsolved, long apart) {

        /** Of a hundred, or nothing while nobody said anything. */
        public @Nullable Long satisfiedPercent() {
            return rated == 0 ? null : Math.round(100.0 * satisfied / rated);
        }
    }

    /**
     * One, by month and place: from these nobody finds whoever gave it.
     *
     * @param itemName the service; null if it was none, then what kind of matter it was says the purpose
     */
    public record Said(
            LocalDate month,
            String placeName,
            @Nullable String itemName,
            Purpose purpose,
            int stars,
            boolean solved,
            String words,
            @Nullable String appended) {}

    /**
     * A bad one, for the place that looks into it.
     *
     * @param phone whom to call; shown to nobody who dealt with it
     */
    public record Ticket(
            UUID requestId,
            String receipt,
            String handledName,
            int stars,
            boolean solved,
            String words,
            String applicant,
            String phone,
            OffsetDateTime contactDue,
            OffsetDateTime resolveDue,
            @Nullable OffsetDateTime contactedAt,
            @Nullable String contactNote,
            boolean late) {}

    @PreAuthorize(MAY_READ)
    public Sums sums(Jurisdiction jurisdiction) {
        return database.sql("""
                        select count(*) filter (where not apart) as closed, count(g.request_id) as rated, count(*) filter (where apart) as apart,
                          count(*) filter (where g.stars >= 3) as satisfied, count(*) filter (where g.stars <= 2) as bad,
                          count(*) filter (where g.solved) as solved, count(*) filter (where not g.solved) as unsolved
                        from (select *, outcome is not distinct from 'UNREASONABLE' as apart from services_request) r
                          left join services_rating g on g.request_id = r.request_id and not r.apart
                        where r.place_code >= :lo and r.place_code < :hi and r.closed_at >= :from and r.state <> 'WITHDRAWN'
                          and r.purpose <> 'PETITION'
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", LocalDate.now(clock).minusMonths(12))
                .query(Sums.class)
                .single();
    }

    /** The worst of each month first. */
    @PreAuthorize(MAY_READ)
    public Page<Said> said(Jurisdiction jurisdiction, Pageable page) {
        var rows = database.sql("""
                        select date_trunc('month', g.rated_at at time zone 'Asia/Shanghai')::date as month, h.name as place_name, r.item_name,
                          r.purpose, g.stars, g.solved, g.words, g.appended
                        from services_rating g join services_request r on r.request_id = g.request_id
                          join place h on h.place_code = g.handled_place
                        where g.place_code >= :lo and g.place_code < :hi and r.purpose <> 'PETITION'
                        order by month desc, g.stars, g.request_id limit :most offset :passed
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("most", page.getPageSize())
                .param("passed", page.getOffset())
                .query(Said.class)
                .list();
        return PageableExecutionUtils.getPage(rows, page, () -> database.sql("""
                        select count(*) from services_rating g join services_request r on r.request_id = g.request_id
                        where g.place_code >= :lo and g.place_code < :hi and r.purpose <> 'PETITION'
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Long.class)
                .single());
    }

    @PreAuthorize("hasAuthority('" + ServicesAuthorities.ANSWER_RATINGS + "')")
    public List<Ticket> tickets(Jurisdiction jurisdiction) {
        return database.sql("""
                        select g.*, r.receipt, r.applicant, r.phone, h.name as handled_name,
                          coalesce(g.contacted_at is null and g.contact_due < :now or g.resolve_due < :now, false) as late
                        from services_rating g join services_request r on r.request_id = g.request_id
                          join place h on h.place_code = g.handled_place
                        where g.ticket_place = :root and g.resolved_at is null and g.place_code >= :lo and g.place_code < :hi
                        order by g.resolve_due, g.request_id limit :most
                        """)
                .param("root", jurisdiction.root().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", OffsetDateTime.now(clock))
                .param("most", SHOWN)
                .query((row, index) -> ticket(row))
                .list();
    }

    private Ticket ticket(ResultSet row) throws SQLException {
        var id = row.getObject("request_id", UUID.class);
        return new Ticket(
                id,
                row.getString("receipt"),
                row.getString("handled_name"),
                row.getInt("stars"),
                row.getBoolean("solved"),
                row.getString("words"),
                book.applicantOf(id, row.getBytes("applicant")),
                new PhoneNumber(book.phoneOf(id, row.getBytes("phone"))).value(),
                row.getObject("contact_due", OffsetDateTime.class),
                row.getObject("resolve_due", OffsetDateTime.class),
                row.getObject("contacted_at", OffsetDateTime.class),
                row.getString("contact_note"),
                row.getBoolean("late"));
    }

    /** What whoever asked said, and what came of it. */
    public record Own(
            int stars,
            boolean solved,
            String words,
            @Nullable String appended,
            @Nullable String resolution) {}

    Optional<Own> own(Jurisdiction there, RequestId id) {
        return database.sql("""
                        select stars, solved, words, appended, resolution from services_rating
                        where request_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("id", id.value())
                .param("lo", there.lo())
                .param("hi", there.hi())
                .query(Own.class)
                .optional();
    }
}
