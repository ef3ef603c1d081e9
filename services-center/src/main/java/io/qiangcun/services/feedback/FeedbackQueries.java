package io.qiangcun.services.feedback;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what people said about the software and the work. */
@Service
@Transactional(readOnly = true)
public class FeedbackQueries {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_FEEDBACK + "')";

    private static final String SELECT = """
            select f.feedback_id, f.place_code, p.name as place_name, f.receipt, k.name as kind_name, f.page, f.words,
              f.phone is not null as telephone, f.sender_post, f.sender_person, f.received_at, f.answer_due, f.settle_due,
              f.answered_at, f.closed_at, f.released_at, f.public_said, f.public_done, (%s) as overdue
            from services_feedback f join services_feedback_kind k on k.code = f.kind join place p on p.place_code = f.place_code
            where f.place_code >= :lo and f.place_code < :hi
            """.formatted(FeedbackShow.OVERDUE.condition());

    private final JdbcClient database;
    private final Clock clock;

    FeedbackQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many there are of each. */
    public record Counts(long open, long overdue, long closed) {

        public long of(FeedbackShow show) {
            return switch (show) {
                case OPEN -> open;
                case OVERDUE -> overdue;
                case CLOSED -> closed;
            };
        }
    }

    /** What was changed, as the county tells it. */
    public record Released(String placeName, String kindName, String said, String done, OffsetDateTime releasedAt) {}

    @PreAuthorize(MAY_READ)
    public Counts counts(Jurisdiction jurisdiction) {
        return database.sql("""
                        select count(*) filter (where %s) as open, count(*) filter (where %s) as overdue,
                          count(*) filter (where %s) as closed
                        from services_feedback where place_code >= :lo and place_code < :hi
                        """.formatted(
                                FeedbackShow.OPEN.condition(),
                                FeedbackShow.OVERDUE.condition(),
                                FeedbackShow.CLOSED.condition()))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", now())
                .query(Counts.class)
                .single();
    }

    /** What is due first comes first; what is closed, the last first. */
    @PreAuthorize(MAY_READ)
    public Page<FeedbackView> list(Jurisdiction jurisdiction, FeedbackShow show, Pageable page) {
        var order = show == FeedbackShow.CLOSED
                ? "closed_at desc"
                : "case when answered_at is null then answer_due else settle_due end";
        var rows = database.sql(SELECT + " and " + show.condition() + " order by " + order
                        + ", feedback_id limit :size offset :offset")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", now())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(FeedbackView.class)
                .list();
        return new PageImpl<>(rows, page, counts(jurisdiction).of(show));
    }

    @PreAuthorize(MAY_READ)
    public Optional<FeedbackView> view(Jurisdiction jurisdiction, FeedbackId id) {
        return find(jurisdiction, id);
    }

    /** Line by line, the first first. */
    public List<FeedbackLine> lines(Jurisdiction jurisdiction, FeedbackId id) {
        return database.sql("""
                        select kind, words, post, person, at from services_feedback_act
                        where feedback_id = :id and place_code >= :lo and place_code < :hi order by number
                        """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(FeedbackLine.class)
                .list();
    }

    /** In the order in which a form offers them. */
    public List<FeedbackKind> kinds() {
        return database.sql("select code, name from services_feedback_kind order by position")
                .query(FeedbackKind.class)
                .list();
    }

    Optional<FeedbackView> find(Jurisdiction jurisdiction, FeedbackId id) {
        return database.sql(SELECT + " and f.feedback_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", now())
                .param("id", id.value())
                .query(FeedbackView.class)
                .optional();
    }

    List<Released> released(Jurisdiction jurisdiction, int most) {
        return database.sql("""
                        select p.name as place_name, k.name as kind_name, f.public_said as said, f.public_done as done, f.released_at
                        from services_feedback f join services_feedback_kind k on k.code = f.kind
                          join place p on p.place_code = f.place_code
                        where f.place_code >= :lo and f.place_code < :hi and f.released_at is not null
                        order by f.released_at desc limit :most
                        """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("most", most)
                .query(Released.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
