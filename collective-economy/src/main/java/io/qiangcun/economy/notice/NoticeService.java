package io.qiangcun.economy.notice;

import static java.util.stream.Collectors.joining;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes what the ledger says, takes it back, and answers what people ask. */
@Service
@Transactional
public class NoticeService {

    private static final String MAY_PUBLISH = "hasAuthority('" + EconomyAuthorities.PUBLISH_NOTICES + "')";
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    private final NoticeQueries queries;
    private final BookQueries books;
    private final RuleParameters parameters;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NoticeService(
            NoticeQueries queries,
            BookQueries books,
            RuleParameters parameters,
            WorkingCalendar calendar,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.books = books;
        this.parameters = parameters;
        this.calendar = calendar;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** @param checkedBy who looked at it for the members, on a day after the period */
    public record Publish(
            NoticeId id, BookId book, NoticePeriod period, String checkedBy, LocalDate checkedOn, String remarks) {}

    /** Once, however often sent. All months have to be closed, so that the ledger stays as it is published. */
    @PreAuthorize(MAY_PUBLISH)
    public void publish(Jurisdiction jurisdiction, Actor actor, Publish command) {
        if (queries.one(jurisdiction, command.id()).isPresent()) {
            return;
        }
        var book = books.find(jurisdiction, command.book()).orElseThrow(() -> new BookNotFound(command.book()));
        var open = queries.open(jurisdiction, command.book(), command.period());
        if (!open.isEmpty()) {
            throw new NoticeRefused(
                    null, "not-closed", open.stream().map(Object::toString).collect(joining("、")));
        }
        var today = LocalDate.now(clock);
        if (command.checkedOn().isAfter(today)
                || !command.checkedOn().isAfter(command.period().last().atDay(1))) {
            throw new NoticeRefused("checkedOn", "checked-on", today);
        }
        try {
            insert(jurisdiction, actor, command);
        } catch (DuplicateKeyException published) {
            throw new NoticeRefused(null, "published");
        }
        events.publishEvent(new NoticePublished(command.id(), command.period().toString(), book.place()));
    }

    private void insert(Jurisdiction jurisdiction, Actor actor, Publish command) {
        of(jurisdiction, """
                insert into economy_notice (notice_id, book_id, place_code, first_month, last_month, state, public_code,
                  money_before, money_after, owed_to_us, we_owe, remarks, checked_by, checked_on, recorded_at, recorded_by,
                  recorded_by_person)
                select :id, b.book_id, b.place_code, :first, :last, 'PUBLISHED', :code, s.before, s.after, s.owed_to_us, s.we_owe,
                  :remarks, :checked_by, :checked_on, :at, :by, :person
                from economy_book b cross join (%s) s
                where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                """.formatted(NoticeQueries.SUMS), command)
                .param("code", code())
                .param("remarks", command.remarks())
                .param("checked_by", command.checkedBy())
                .param("checked_on", command.checkedOn())
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
        of(jurisdiction, """
                insert into economy_notice_line (notice_id, line_no, place_code, dated, words, plain, received, paid, voucher_id)
                select n.notice_id, row_number() over (order by l.dated, l.number, l.line_no), n.place_code, l.dated, l.words, l.plain,
                  l.received, l.paid, l.voucher_id
                from economy_notice n cross join (%s) l
                where n.notice_id = :id
                """.formatted(NoticeQueries.LINES), command).update();
    }

    private StatementSpec of(Jurisdiction jurisdiction, String sql, Publish command) {
        return database.sql(sql)
                .param("id", command.id().value())
                .param("book", command.book().value())
                .param("first", command.period().first().atDay(1))
                .param("last", command.period().last().atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }

    private String code() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .collect(StringBuilder::new, (code, at) -> code.append(SIGNS.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** It stays, with the reason, and leads nobody any more; the same months can be published anew. */
    @PreAuthorize(MAY_PUBLISH)
    public void withdraw(Jurisdiction jurisdiction, NoticeId id, String reason) {
        var notice = queries.one(jurisdiction, id).orElseThrow(() -> new NoticeNotFound(id));
        if (notice.withdrawn()) {
            return;
        }
        database.sql("""
                update economy_notice set state = 'WITHDRAWN', withdrawn_reason = :reason, withdrawn_at = :at
                where notice_id = :id and place_code >= :lo and place_code < :hi and state = 'PUBLISHED'
                """)
                .param("reason", reason)
                .param("at", OffsetDateTime.now(clock))
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new NoticeWithdrawn(id, reason, notice.place()));
    }

    /** What somebody without an account asks. */
    void ask(PlaceCode place, NoticeId id, UUID question, Question.Kind kind, String words, String askedBy) {
        var today = LocalDate.now(clock);
        var written = database.sql("""
                insert into economy_notice_question (question_id, notice_id, place_code, kind, words, asked_by, asked_at, due_on)
                values (:question, :id, :place, :kind, :words, :asked_by, :at, :due)
                on conflict (question_id) do nothing
                """)
                .param("question", question)
                .param("id", id.value())
                .param("place", place.value())
                .param("kind", kind.name())
                .param("words", words)
                .param("asked_by", askedBy)
                .param("at", OffsetDateTime.now(clock))
                .param(
                        "due",
                        calendar.workingDays().plus(today, parameters.wholeNumber("economy.notice.answer-days", today)))
                .update();
        if (written > 0) {
            events.publishEvent(new NoticeQuestioned(id, kind, place));
        }
    }

    /** @param hidden keeps the words of the question from the public, because they name people */
    @PreAuthorize(MAY_PUBLISH)
    public void answer(
            Jurisdiction jurisdiction, Actor actor, NoticeId id, UUID question, String answer, boolean hidden) {
        var notice = queries.one(jurisdiction, id).orElseThrow(() -> new NoticeNotFound(id));
        if (answer.isBlank()) {
            throw new NoticeRefused("answer", "no-answer");
        }
        var answered = database.sql("""
                update economy_notice_question
                set answer = :answer, hidden = :hidden, answered_at = :at, answered_by = :by, answered_by_person = :person
                where question_id = :question and notice_id = :id and answer is null and place_code >= :lo and place_code < :hi
                """)
                .param("answer", answer)
                .param("hidden", hidden)
                .param("at", OffsetDateTime.now(clock))
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("question", question)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (answered == 0) {
            throw new NoticeRefused("answer", "answered");
        }
        events.publishEvent(new NoticeQuestionAnswered(id, answer, notice.place()));
    }
}
