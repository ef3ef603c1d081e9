package io.qiangcun.economy.doubt;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.ClearingRecord;
import io.qiangcun.core.warning.WarningClearing;
import io.qiangcun.economy.EconomyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the ledger what wants to be explained, and keeps what was said. */
@Service
@Transactional
public class Doubts {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_DOUBTS + "')";

    private static final String ASKED = """
            select d.doubt_id, d.kind, d.place_code, p.name as place_name, t.name as township_name, d.book_id, b.name as book_name,
              d.day, d.amount, d.voucher_id, d.other_id, o.summary as other_summary, o.dated as other_dated,
              (select sum(l.amount) from economy_line l where l.voucher_id = d.other_id and l.side = 'D') as other_amount, d.words,
              null::text as outcome, null::text as answer, null::timestamptz as recorded_at, null::text as recorded_by_person
            from economy_doubts(:lo, :hi, :today) d
              join economy_book b on b.book_id = d.book_id
              join place p on p.place_code = d.place_code
              left join place t on t.place_code = left(d.place_code, 9) and length(d.place_code) > 9
              left join economy_voucher o on o.voucher_id = d.other_id
            where not exists (select from economy_doubt_answer a where a.doubt_id = d.doubt_id)
            """;

    private static final String ANSWERED = """
            select a.doubt_id, a.kind, a.place_code, p.name as place_name, t.name as township_name, a.book_id, b.name as book_name,
              a.day, a.amount, a.voucher_id, a.other_id, o.summary as other_summary, o.dated as other_dated,
              (select sum(l.amount) from economy_line l where l.voucher_id = a.other_id and l.side = 'D') as other_amount,
              coalesce(v.summary, extract(year from a.day)::text) as words, a.outcome, a.words as answer, a.recorded_at,
              a.recorded_by_person
            from economy_doubt_answer a
              join economy_book b on b.book_id = a.book_id
              join place p on p.place_code = a.place_code
              left join place t on t.place_code = left(a.place_code, 9) and length(a.place_code) > 9
              left join economy_voucher v on v.voucher_id = a.voucher_id
              left join economy_voucher o on o.voucher_id = a.other_id
            where a.place_code >= :lo and a.place_code < :hi
            """;

    private final JdbcClient database;
    private final WarningClearing clearing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Doubts(JdbcClient database, WarningClearing clearing, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.clearing = clearing;
        this.events = events;
        this.clock = clock;
    }

    /** Those nobody answered, the largest first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Doubt> open(Jurisdiction jurisdiction) {
        return asked(jurisdiction, LocalDate.now(clock));
    }

    List<Doubt> asked(Jurisdiction jurisdiction, LocalDate today) {
        return database.sql(ASKED + " order by d.amount desc, d.doubt_id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", today)
                .query(Doubt.class)
                .list();
    }

    /** The latest answers first. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Doubt> answered(Jurisdiction jurisdiction, int limit) {
        return database.sql(ANSWERED + " order by a.recorded_at desc limit :limit")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("limit", limit)
                .query(Doubt.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Optional<Doubt> find(Jurisdiction jurisdiction, DoubtId id) {
        return database.sql(ANSWERED + " and a.doubt_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query(Doubt.class)
                .optional()
                .or(() -> open(jurisdiction).stream()
                        .filter(doubt -> doubt.id().equals(id))
                        .findFirst());
    }

    /** Once; it is asked no more, whatever is found in the same vouchers. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.ANSWER_DOUBTS + "')")
    public void answer(Jurisdiction jurisdiction, Actor actor, DoubtId id, Outcome outcome, String words) {
        var doubt = find(jurisdiction, id).orElseThrow(() -> new DoubtNotFound(id));
        if (doubt.isAnswered()) {
            return;
        }
        database.sql("""
                insert into economy_doubt_answer (doubt_id, book_id, place_code, kind, outcome, words, amount, day, voucher_id, other_id,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :book, :place, :kind, :outcome, :words, :amount, :day, :voucher, :other, :at, :by, :person)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("book", doubt.bookId())
                .param("place", doubt.placeCode())
                .param("kind", doubt.kind().name())
                .param("outcome", outcome.name())
                .param("words", words)
                .param("amount", doubt.amount())
                .param("day", doubt.day())
                .param("voucher", doubt.voucherId())
                .param("other", doubt.otherId())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
        clearing.clear(
                jurisdiction,
                doubt.kind().rule(),
                List.of(id.toString()),
                new ClearingRecord("economy.doubt", id.value(), id.href()));
        events.publishEvent(new DoubtAnswered(id, doubt.kind(), outcome, words, doubt.place()));
    }
}
