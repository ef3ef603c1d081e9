package io.qiangcun.services.callback;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.IdentityNumber;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.services.ServicesAuthorities;
import io.qiangcun.services.callback.CallbackQueries.CallRow;
import io.qiangcun.services.request.ClosedRequests;
import io.qiangcun.services.request.ClosedRequests.Contact;
import io.qiangcun.services.request.RequestId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls whoever asked and keeps what he says. Who dealt with a request in any step neither calls about it nor settles what was
 * found; the database says the same.
 */
@Service
@Transactional
public class Callbacks {

    private static final String MAY_CALL = "hasAuthority('" + ServicesAuthorities.CALL_BACK + "')";
    private static final int LONGEST = 500;
    private static final int LONGEST_NOTE = 200;

    private final CallbackQueries queries;
    private final ClosedRequests requests;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Callbacks(
            CallbackQueries queries,
            ClosedRequests requests,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.requests = requests;
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Of two who take it at once, one is told that the other was faster. */
    @PreAuthorize(MAY_CALL)
    public void claim(Jurisdiction jurisdiction, Actor actor, CallbackId id) {
        var call = open(jurisdiction, id);
        if (call.isOf(actor)) {
            return;
        }
        if (call.callerPerson() != null) {
            throw new CallbackTaken();
        }
        requireStranger(call, actor);
        update(jurisdiction, id, """
                        update services_callback set caller_account = cast(:account as uuid), caller_place = :at_place, caller_post = :post,
                          caller_person = :person
                        where callback_id = :id and caller_person is null and place_code >= :lo and place_code < :hi
                        """)
                .param(
                        "account",
                        actor.account() == null ? null : actor.account().value())
                .param("at_place", jurisdiction.root().value())
                .param("post", actor.login())
                .param("person", actor.holder())
                .update();
        tell(call, CallbackAct.CLAIM);
    }

    /** Whoever took it leaves it to another; the county frees one whose caller is gone. */
    @PreAuthorize(MAY_CALL)
    public void release(Jurisdiction jurisdiction, Actor actor, CallbackId id) {
        var call = jurisdiction.level() == PlaceKind.COUNTY ? open(jurisdiction, id) : own(jurisdiction, actor, id);
        if (call.callerPerson() == null) {
            throw new CallbackRefused(null, "not-now");
        }
        update(jurisdiction, id, """
                        update services_callback set caller_account = null, caller_place = null, caller_post = null, caller_person = null
                        where callback_id = :id and ended_at is null and place_code >= :lo and place_code < :hi
                        """).update();
        tell(call, CallbackAct.RELEASE);
    }

    /** Nobody answered. After so many times it is over, and counts as not reached and as nothing else. */
    @PreAuthorize(MAY_CALL)
    public void missed(Jurisdiction jurisdiction, Actor actor, CallbackId id, String note) {
        var call = own(jurisdiction, actor, id);
        if (note.length() > LONGEST_NOTE) {
            throw new CallbackRefused("note", "too-long", LONGEST_NOTE);
        }
        write(call, actor, false, note);
        var most = parameters.wholeNumber("services.callback.tries", LocalDate.now(clock));
        if (call.tries() + 1 >= most) {
            end(jurisdiction, call, "NOT_REACHED", null);
        }
        tell(call, CallbackAct.MISS);
    }

    /** @param answers what he said, by the code of the question; one in his own words may be left out */
    @PreAuthorize(MAY_CALL)
    public void answered(Jurisdiction jurisdiction, Actor actor, CallbackId id, Map<String, String> answers) {
        var call = own(jurisdiction, actor, id);
        var given = new HashMap<Question, String>();
        var problems = new ArrayList<Problem>();
        for (var question : queries.questions()) {
            var answer = answers.getOrDefault(question.code(), "");
            if (!question.takes(answer)) {
                problems.add(CallbackRefused.at(
                        question.code(), question.kind() == Question.Kind.WORDS ? "words" : "answer"));
            } else if (!answer.isEmpty()) {
                given.put(question, IdentityNumber.hiddenIn(answer));
            }
        }
        if (!problems.isEmpty()) {
            throw new CallbackRefused(problems);
        }
        write(call, actor, true, "");
        given.forEach((question, answer) -> write(call, question, answer));
        end(jurisdiction, call, "REACHED", foundAt(call, given));
        tell(call, CallbackAct.ANSWER);
    }

    /** What was done about what he said; then nobody is reminded any more. */
    @PreAuthorize(MAY_CALL)
    public void settle(Jurisdiction jurisdiction, Actor actor, CallbackId id, String words) {
        var call = locked(jurisdiction, id);
        if (call.foundAt() == null
                || call.settledAt() != null
                || !jurisdiction.root().value().equals(call.foundPlace())) {
            throw new CallbackRefused(null, "not-now");
        }
        if (words.isBlank() || words.length() > LONGEST) {
            throw new CallbackRefused("settled", "no-words");
        }
        requireStranger(call, actor);
        update(jurisdiction, id, """
                        update services_callback set settled_at = :now, settled_post = :post, settled_person = :person, settled_words = :words
                        where callback_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("now", now())
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("words", IdentityNumber.hiddenIn(words))
                .update();
        tell(call, CallbackAct.SETTLE);
    }

    /** Only for whoever makes the call, while it is open; the audit trail keeps that he looked. */
    @PreAuthorize(MAY_CALL)
    public Contact reveal(Jurisdiction jurisdiction, Actor actor, CallbackId id) {
        var call = own(jurisdiction, actor, id);
        return requests.reveal(
                jurisdiction,
                actor,
                new RequestId(call.requestId()),
                "callback " + YearMonth.from(call.month()) + " #" + call.position());
    }

    private CallRow own(Jurisdiction jurisdiction, Actor actor, CallbackId id) {
        var call = open(jurisdiction, id);
        if (!call.isOf(actor)) {
            throw new CallbackRefused(null, "not-yours");
        }
        return call;
    }

    private CallRow open(Jurisdiction jurisdiction, CallbackId id) {
        var call = locked(jurisdiction, id);
        if (call.endedAt() != null) {
            throw new CallbackRefused(null, "not-now");
        }
        return call;
    }

    private CallRow locked(Jurisdiction jurisdiction, CallbackId id) {
        update(
                        jurisdiction,
                        id,
                        "select 1 from services_callback where callback_id = :id and place_code >= :lo and place_code < :hi for update")
                .query(Integer.class)
                .optional();
        return queries.find(jurisdiction, id).orElseThrow(() -> new CallbackNotFound(id));
    }

    private void requireStranger(CallRow call, Actor actor) {
        if (requests.wasDealtWithBy(actor, new RequestId(call.requestId()))) {
            throw new CallbackRefused(null, "own-work");
        }
    }

    /** Who looks into it; null if there is nothing to look into. */
    private static @Nullable PlaceCode foundAt(CallRow call, Map<Question, String> given) {
        var desk = new PlaceCode(call.placeCode());
        var found = given.entrySet().stream()
                .filter(one -> one.getKey().finds(one.getValue(), call.outcome()))
                .map(Map.Entry::getKey)
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        return found.stream().anyMatch(Question::isForCounty) ? desk.county() : desk;
    }

    private void write(CallRow call, Actor actor, boolean reached, String note) {
        database.sql("""
                        insert into services_callback_try (callback_id, number, place_code, at, reached, post, person, note)
                        values (:id, :number, :place, :at, :reached, :post, :person, :note)
                        """)
                .param("id", call.callbackId())
                .param("number", call.tries() + 1)
                .param("place", call.placeCode())
                .param("at", now())
                .param("reached", reached)
                .param("post", actor.login())
                .param("person", actor.holder())
                .param("note", IdentityNumber.hiddenIn(note))
                .update();
    }

    private void write(CallRow call, Question question, String answer) {
        database.sql("""
                        insert into services_callback_answer (callback_id, question, place_code, answer, finding)
                        values (:id, :question, :place, :answer, :finding)
                        """)
                .param("id", call.callbackId())
                .param("question", question.code())
                .param("place", call.placeCode())
                .param("answer", answer)
                .param("finding", question.finds(answer, call.outcome()))
                .update();
    }

    private void end(Jurisdiction jurisdiction, CallRow call, String as, @Nullable PlaceCode foundAt) {
        update(jurisdiction, new CallbackId(call.callbackId()), """
                        update services_callback set ended_at = :now, ended_as = :as, found_place = :found,
                          found_at = case when cast(:found as text) is null then null else cast(:now as timestamptz) end
                        where callback_id = :id and place_code >= :lo and place_code < :hi
                        """)
                .param("now", now())
                .param("as", as)
                .param("found", foundAt == null ? null : foundAt.value())
                .update();
    }

    private StatementSpec update(Jurisdiction jurisdiction, CallbackId id, String sql) {
        return database.sql(sql)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }

    private void tell(CallRow call, CallbackAct act) {
        events.publishEvent(new CallbackActed(new CallbackId(call.callbackId()), act, new PlaceCode(call.placeCode())));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
