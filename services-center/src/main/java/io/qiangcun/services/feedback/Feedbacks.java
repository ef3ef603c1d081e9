package io.qiangcun.services.feedback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.people.PhoneNumber;
import io.qiangcun.core.people.Sealed;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.request.Receipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what people say about the software and the work, and what the county does about it. It lies with the county from
 * its first moment, so that nobody deals with a complaint about himself.
 */
@Service
@Transactional
public class Feedbacks {

    private static final String MAY_ANSWER = "hasAuthority('" + ServicesAuthorities.ANSWER_FEEDBACK + "')";
    private static final String PHONE = "feedback-phone";
    private static final int LONGEST = 500;

    private final FeedbackQueries queries;
    private final Receipts receipts;
    private final Sealed sealed;
    private final WorkingCalendar calendar;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Feedbacks(
            FeedbackQueries queries,
            Receipts receipts,
            Sealed sealed,
            WorkingCalendar calendar,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.receipts = receipts;
        this.sealed = sealed;
        this.calendar = calendar;
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent twice it is one; answers its receipt. */
    String receive(SendFeedback said) {
        return receive(said, now());
    }

    String receive(SendFeedback said, Instant now) {
        if (queries.kinds().stream().noneMatch(kind -> kind.code().equals(said.kind()))) {
            throw new FeedbackRefused("kind", "no-such-kind");
        }
        var id = said.id().value();
        var written = database.sql("""
                        insert into services_feedback (feedback_id, place_code, receipt, kind, page, words, phone, sender_post,
                          sender_person, received_at, answer_due, settle_due)
                        values (:id, :place, :receipt, :kind, :page, :words, :phone, :post, :person, :at, :answer, :settle)
                        on conflict (feedback_id) do nothing
                        """)
                .param("id", id)
                .param("place", said.county().value())
                .param("receipt", receipts.next())
                .param("kind", said.kind())
                .param("page", pathOf(said))
                .param("words", IdentityNumber.hiddenIn(said.words()))
                .param("phone", phone(id, said.phone()))
                .param("post", said.sender() == null ? null : said.sender().post())
                .param("person", said.sender() == null ? null : said.sender().holder())
                .param("at", utc(now))
                .param("answer", due(now, "services.feedback.answer-days"))
                .param("settle", due(now, "services.feedback.settle-days"))
                .update();
        if (written > 0) {
            events.publishEvent(new FeedbackReceived(said.id(), said.kind(), said.county()));
        }
        return database.sql("select receipt from services_feedback where feedback_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Answers, closes with a result, corrects what was answered, or takes back what was told in public. */
    @PreAuthorize(MAY_ANSWER)
    public void act(Jurisdiction jurisdiction, Actor actor, FeedbackId id, FeedbackAct act, String words) {
        act(jurisdiction, actor, id, act, words, now());
    }

    void act(Jurisdiction jurisdiction, Actor actor, FeedbackId id, FeedbackAct act, String words, Instant at) {
        var known = locked(jurisdiction, id);
        requireWords("words", words);
        var allowed =
                switch (act) {
                    case ANSWER -> known.answeredAt() == null;
                    case CLOSE -> known.closedAt() == null;
                    case CORRECT -> known.answeredAt() != null;
                    case RETRACT -> known.releasedAt() != null;
                    case RELEASE -> false;
                };
        if (!allowed) {
            throw new FeedbackRefused(null, "not-now");
        }
        var now = utc(at);
        database.sql("""
                        update services_feedback set
                          answered_at = case when :act in ('ANSWER', 'CLOSE') then coalesce(answered_at, :now) else answered_at end,
                          closed_at = case when :act = 'CLOSE' then :now else closed_at end,
                          released_at = case when :act = 'RETRACT' then null else released_at end
                        where feedback_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("act", act.name())
                .param("now", now)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        write(known, actor, act, words, now);
    }

    /**
     * Tells in public what was said and what was changed for it, in words of the county.
     *
     * @param said without anything that tells who said it
     */
    @PreAuthorize(MAY_ANSWER)
    public void release(Jurisdiction jurisdiction, Actor actor, FeedbackId id, String said, String done) {
        release(jurisdiction, actor, id, said, done, now());
    }

    void release(Jurisdiction jurisdiction, Actor actor, FeedbackId id, String said, String done, Instant at) {
        var known = locked(jurisdiction, id);
        requireWords("publicSaid", said);
        requireWords("publicDone", done);
        if (known.closedAt() == null) {
            throw new FeedbackRefused(null, "not-now");
        }
        var now = utc(at);
        var saidInPublic = IdentityNumber.hiddenIn(said);
        var doneInPublic = IdentityNumber.hiddenIn(done);
        database.sql("""
                        update services_feedback set released_at = :now, public_said = :said, public_done = :done
                        where feedback_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("now", now)
                .param("said", saidInPublic)
                .param("done", doneInPublic)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        write(known, actor, FeedbackAct.RELEASE, saidInPublic + "\n" + doneInPublic, now);
    }

    /** Whoever looks at the number says why, and it is kept. */
    @PreAuthorize(MAY_ANSWER)
    public Optional<PhoneNumber> reveal(Jurisdiction jurisdiction, FeedbackId id, String reason) {
        var known = locked(jurisdiction, id);
        requireWords("reason", reason);
        events.publishEvent(new SenderRevealed(id, reason, new PlaceCode(known.placeCode())));
        return phoneOf(id.value());
    }

    Optional<PhoneNumber> phoneOf(UUID id) {
        return database.sql("select phone from services_feedback where feedback_id = :id and phone is not null")
                .param("id", id)
                .query((row, index) -> new PhoneNumber(sealed.open(PHONE, id, row.getBytes("phone"))))
                .optional();
    }

    private FeedbackView locked(Jurisdiction jurisdiction, FeedbackId id) {
        database.sql(
                        "select 1 from services_feedback where feedback_id = :id and place_code >= :lo and place_code < :hi for update")
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Integer.class)
                .optional();
        return queries.find(jurisdiction, id).orElseThrow(() -> new FeedbackNotFound(id));
    }

    private void write(FeedbackView known, Actor actor, FeedbackAct act, String words, OffsetDateTime now) {
        var id = new FeedbackId(known.feedbackId());
        database.sql("""
                        insert into services_feedback_act (feedback_id, number, place_code, at, kind, words, post, person)
                        select :id, (select count(*) + 1 from services_feedback_act where feedback_id = :id), :place, :at, :kind, :words,
                          :post, :person
                        """)
                .param("id", known.feedbackId())
                .param("place", known.placeCode())
                .param("at", now)
                .param("kind", act.name())
                .param("words", IdentityNumber.hiddenIn(words))
                .param("post", actor.post())
                .param("person", actor.holder())
                .update();
        events.publishEvent(new FeedbackActed(id, act, new PlaceCode(known.placeCode())));
    }

    private static void requireWords(String field, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new FeedbackRefused(field, "no-words");
        }
    }

    /** Nothing that was asked of the page; of somebody unknown not even which record it was about. */
    private static String pathOf(SendFeedback said) {
        var path = said.page().replaceAll("[?#].*", "");
        if (!path.matches("(/[A-Za-z0-9_.-]*)+") || path.length() > 200) {
            return "";
        }
        return said.sender() == null ? path.replaceAll("/[^/]*\\d[^/]*", "/…") : path;
    }

    private byte @Nullable [] phone(UUID id, @Nullable PhoneNumber phone) {
        return phone == null ? null : sealed.seal(PHONE, id, phone.value());
    }

    private OffsetDateTime due(Instant from, String code) {
        var days = parameters.wholeNumber(code, LocalDate.now(clock));
        return utc(calendar.workTime().plus(Pace.WORKING_DAYS, from, Duration.ofDays(days)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
