package io.qiangcun.services.callback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.services.ServicesAuthorities;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was drawn, what was said, and what somebody has to look into. */
@Service
@Transactional(readOnly = true)
public class CallbackQueries {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_CALLBACKS + "')";

    /** More than a desk calls in a year, or than anybody reads. */
    private static final int MOST_MONTHS = 36;

    private static final int MOST_ROWS = 2_000;

    private static final String DRAWS = """
            select d.draw_id, d.within, d.month, d.seed, d.seal_seq, d.percent, d.least, d.closed, d.drawn, d.drawn_at, d.drawn_person,
              coalesce(c.here, 0) as here, coalesce(c.reached, 0) as reached, coalesce(c.missed, 0) as missed,
              coalesce(c.solved, 0) as solved, coalesce(c.found, 0) as found, coalesce(c.unsettled, 0) as unsettled
            from services_callback_draw d left join lateral (
              select count(*) as here, count(*) filter (where x.ended_as = 'REACHED') as reached,
                count(*) filter (where x.ended_as = 'NOT_REACHED') as missed, count(*) filter (where x.found_at is not null) as found,
                count(*) filter (where x.found_at is not null and x.settled_at is null) as unsettled,
                count(*) filter (where exists (select from services_callback_answer a
                  where a.callback_id = x.callback_id and a.question = 'SOLVED' and a.answer = 'YES')) as solved
              from services_callback x where x.draw_id = d.draw_id and x.place_code >= :lo and x.place_code < :hi) c on true
            where (d.within >= :lo and d.within < :hi or starts_with(:lo, d.within))
            """;

    private static final String CALLS = """
            select c.callback_id, c.draw_id, d.month, c.position, c.key, c.place_code, k.name as desk_name, c.request_id,
              p.name as place_name, h.name as handled_name, c.receipt, c.title, c.outcome, c.result, c.closed_at, c.caller_account,
              c.caller_person, (select count(*) from services_callback_try t where t.callback_id = c.callback_id) as tries,
              c.ended_at, c.ended_as, c.found_at, c.found_place, f.name as found_name,
              (select string_agg(q.found_as, '；' order by q.position) from services_callback_answer a
                join services_callback_question q on q.code = a.question
                where a.callback_id = c.callback_id and a.finding) as found,
              c.settled_at, c.settled_person, c.settled_words
            from services_callback c join services_callback_draw d on d.draw_id = c.draw_id join place k on k.place_code = c.place_code
              join place p on p.place_code = c.request_place join place h on h.place_code = c.handled_place
              left join place f on f.place_code = c.found_place
            where c.place_code >= :lo and c.place_code < :hi
            """;

    private final JdbcClient database;

    CallbackQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * What was drawn of a month, and how far the calls of a jurisdiction are.
     *
     * @param here how many calls are made in the jurisdiction; {@code drawn} counts the whole county
     * @param missed those whom nobody reached; they count in no rate
     */
    public record DrawRow(
            UUID drawId,
            String within,
            LocalDate month,
            String seed,
            long sealSeq,
            int percent,
            int least,
            int closed,
            int drawn,
            OffsetDateTime drawnAt,
            String drawnPerson,
            long here,
            long reached,
            long missed,
            long solved,
            long found,
            long unsettled) {

        private static final double WHOLE = 100.0;

        public long waiting() {
            return here - reached - missed;
        }

        /** Of a hundred who were reached, or nothing while nobody was. */
        public @Nullable Long solvedPercent() {
            return reached == 0 ? null : Math.round(WHOLE * solved / reached);
        }
    }

    /**
     * One call.
     *
     * @param outcome what the record said; null if it was not accepted
     * @param found what somebody has to look into, in words
     */
    public record CallRow(
            UUID callbackId,
            UUID drawId,
            LocalDate month,
            int position,
            String key,
            String placeCode,
            String deskName,
            UUID requestId,
            String placeName,
            String handledName,
            String receipt,
            String title,
            @Nullable String outcome,
            @Nullable String result,
            OffsetDateTime closedAt,
            @Nullable UUID callerAccount,
            @Nullable String callerPerson,
            long tries,
            @Nullable OffsetDateTime endedAt,
            @Nullable String endedAs,
            @Nullable OffsetDateTime foundAt,
            @Nullable String foundPlace,
            @Nullable String foundName,
            @Nullable String found,
            @Nullable OffsetDateTime settledAt,
            @Nullable String settledPerson,
            @Nullable String settledWords) {

        public String outcomeKey() {
            return outcome == null ? "services.request.state.NOT_ACCEPTED" : "services.request.outcome." + outcome;
        }

        /** How far it is. */
        public String state() {
            return endedAs != null ? endedAs : callerPerson != null ? "CLAIMED" : "WAITING";
        }

        public boolean isOf(Actor actor) {
            return callerPerson != null
                    && callerPerson.equals(actor.holder())
                    && (callerAccount == null
                            || actor.account() != null
                                    && callerAccount.equals(actor.account().value()));
        }
    }

    /** A time somebody called. */
    public record Try(int number, OffsetDateTime at, boolean reached, String person, String note) {}

    /** An answer as it was given. */
    public record Answer(String question, String words, Question.Kind kind, String answer, boolean finding) {}

    /** The last month first. */
    @PreAuthorize(MAY_READ)
    public List<DrawRow> draws(Jurisdiction jurisdiction) {
        return database.sql(DRAWS + " order by d.month desc, d.within limit :most")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("most", MOST_MONTHS)
                .query(DrawRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<DrawRow> draw(Jurisdiction jurisdiction, DrawId id) {
        return database.sql(DRAWS + " and d.draw_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query(DrawRow.class)
                .optional();
    }

    /** The whole set it was drawn from, id by id. */
    @PreAuthorize(MAY_READ)
    public Optional<String> set(Jurisdiction jurisdiction, DrawId id) {
        return database.sql("""
                        select closed_ids from services_callback_draw
                        where draw_id = :id and (within >= :lo and within < :hi or starts_with(:lo, within))
                        """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .optional();
    }

    /** In the order in which they were drawn. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> calls(Jurisdiction jurisdiction, DrawId draw) {
        return database.sql(CALLS + " and c.draw_id = :draw order by c.position limit :most")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("draw", draw.value())
                .param("most", MOST_ROWS)
                .query(CallRow.class)
                .list();
    }

    /** What the desk itself has to call about, the oldest first. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> waiting(Jurisdiction jurisdiction) {
        return database.sql(
                        CALLS
                                + " and c.place_code = :root and c.ended_at is null order by c.closed_at, c.callback_id limit :most")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("root", jurisdiction.root().value())
                .param("most", MOST_ROWS)
                .query(CallRow.class)
                .list();
    }

    /** What somebody has to look into first, then what was settled, the last first. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> findings(Jurisdiction jurisdiction) {
        return database.sql(
                        CALLS
                                + " and c.found_at is not null order by c.settled_at desc nulls first, c.found_at, c.callback_id limit :most")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("most", MOST_ROWS)
                .query(CallRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<CallRow> call(Jurisdiction jurisdiction, CallbackId id) {
        return find(jurisdiction, id);
    }

    Optional<CallRow> find(Jurisdiction jurisdiction, CallbackId id) {
        return database.sql(CALLS + " and c.callback_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query(CallRow.class)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public List<Try> tries(Jurisdiction jurisdiction, CallbackId id) {
        return database.sql("""
                        select number, at, reached, person, note from services_callback_try
                        where callback_id = :id and place_code >= :lo and place_code < :hi order by number
                        """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Try.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public List<Answer> answers(Jurisdiction jurisdiction, CallbackId id) {
        return database.sql("""
                        select a.question, q.words, q.kind, a.answer, a.finding
                        from services_callback_answer a join services_callback_question q on q.code = a.question
                        where a.callback_id = :id and a.place_code >= :lo and a.place_code < :hi order by q.position
                        """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Answer.class)
                .list();
    }

    /** All answers of a draw: by call, and then by question. */
    @PreAuthorize(MAY_READ)
    public Map<UUID, Map<String, String>> answersOf(Jurisdiction jurisdiction, DrawId draw) {
        var answers = new HashMap<UUID, Map<String, String>>();
        database.sql("""
                        select a.callback_id, a.question, a.answer
                        from services_callback_answer a join services_callback c on c.callback_id = a.callback_id
                        where c.draw_id = :draw and a.place_code >= :lo and a.place_code < :hi
                        """)
                .param("draw", draw.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(row -> {
                    answers.computeIfAbsent(row.getObject("callback_id", UUID.class), id -> new HashMap<>())
                            .put(row.getString("question"), row.getString("answer"));
                });
        return answers;
    }

    /** In the order in which they are asked. */
    public List<Question> questions() {
        return database.sql("""
                        select code, kind, words, found_if, found_only, found_by from services_callback_question order by position
                        """).query(Question.class).list();
    }
}
