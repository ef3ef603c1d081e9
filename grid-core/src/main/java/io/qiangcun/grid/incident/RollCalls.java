package io.qiangcun.grid.incident;

import static java.util.stream.Collectors.toSet;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls every post concerned, takes the answers, and brings what nobody answers to the level above. */
@Service
@Transactional
public class RollCalls {

    private static final Logger LOG = LoggerFactory.getLogger(RollCalls.class);

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";
    private static final String MAY_REPORT = "hasAuthority('" + IncidentAuthorities.REPORT + "')";

    private final ObjectProvider<CallChannel> channels;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RollCalls(
            ObjectProvider<CallChannel> channels,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.channels = channels;
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Pressed twice, everybody is called once. */
    @PreAuthorize(MAY_COMMAND)
    public void start(Jurisdiction jurisdiction, Actor actor, StartRollCall command) {
        start(jurisdiction, actor, command, now());
    }

    void start(Jurisdiction jurisdiction, Actor actor, StartRollCall command, OffsetDateTime now) {
        var today = now.toLocalDate();
        var minutes = parameters.wholeNumber("grid.incident.answer-minutes", today);
        var climb = parameters.wholeNumber("grid.incident.climb-minutes", today);
        var inserted = database.sql("""
                insert into grid_roll_call (roll_call_id, place_code, incident_id, concern_id, message, called_at,
                  answer_minutes, climb_minutes, recorded_by, recorded_by_person)
                select :id, c.place_code, c.incident_id, c.concern_id, :message, :now, :minutes, :climb, :by, :person
                from grid_incident_concern c
                where c.concern_id = :concern and c.place_code >= :lo and c.place_code < :hi and c.ended_at is null
                on conflict (roll_call_id) do nothing
                """)
                .param("id", command.id().value())
                .param("message", command.message())
                .param("now", now)
                .param("minutes", minutes)
                .param("climb", climb)
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("concern", command.concern().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (inserted == 0) {
            requireKnown(jurisdiction, command);
            return;
        }
        var called = database.sql("""
                insert into grid_call (call_id, place_code, roll_call_id, incident_id, head_place, account_id, login, post,
                  person, message, called_at, due_at, climb_minutes)
                select gen_random_uuid(), a.place_code, r.roll_call_id, r.incident_id, r.place_code, a.account_id, a.login,
                  a.post, h.name, r.message, r.called_at, r.called_at + make_interval(mins => r.answer_minutes),
                  r.climb_minutes
                from grid_roll_call r
                  join grid_incident_concern c on c.incident_id = r.incident_id
                    and c.place_code >= r.place_code and c.place_code < r.place_code || ':'
                  join account a on a.place_code = c.place_code
                  join account_holder h on h.account_id = a.account_id and h.held_until is null
                where r.roll_call_id = :id and a.enabled and a.role not in ('ADMINISTRATOR', 'AUDITOR')
                  and a.login <> r.recorded_by
                  -- who commands is not called by his own press
                  and a.place_code <> r.place_code
                """).param("id", command.id().value()).update();
        if (called == 0) {
            throw new IncidentRefused("message", "nobody-to-call");
        }
        events.publishEvent(new RollCalled(command.id(), placeOf(command.id()), called));
    }

    /** The post itself says that it is there. Said again, it stays as it was said first. */
    @PreAuthorize(MAY_REPORT)
    public void answer(Jurisdiction jurisdiction, Actor actor, CallId id) {
        var account = Objects.requireNonNull(actor.account());
        var mine = database.sql("""
                select place_code from grid_call
                where call_id = :id and account_id = :account and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("account", account.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .optional()
                .map(PlaceCode::new)
                .orElseThrow(() -> new CallNotFound(id));
        if (write(id, actor, null) > 0) {
            events.publishEvent(new CallAnswered(id, mine, true));
        }
    }

    /** Somebody above has reached it in another way and says how. */
    @PreAuthorize(MAY_REPORT)
    public void reach(Jurisdiction jurisdiction, Actor actor, CallId id, String how) {
        var place = database.sql("""
                select place_code from grid_call where call_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(String.class)
                .optional()
                .map(PlaceCode::new)
                .filter(called -> !called.equals(jurisdiction.root()))
                .orElseThrow(() -> new CallNotFound(id));
        if (how.isBlank()) {
            throw new IncidentRefused("note", "how");
        }
        if (write(id, actor, how) > 0) {
            events.publishEvent(new CallAnswered(id, place, false));
        }
    }

    /** Gives every channel what it has not brought yet to whoever holds it now. A channel that fails is asked again. */
    void summon(Jurisdiction jurisdiction) {
        channels.orderedStream().forEach(channel -> {
            var waiting = waiting(jurisdiction, channel.code());
            if (!waiting.isEmpty()) {
                note(channel.code(), bring(channel, waiting));
            }
        });
    }

    /** The interval between two rungs may be shorter than that between two rounds: then the upper one is told. */
    private List<Summons> waiting(Jurisdiction jurisdiction, String channel) {
        return database.sql("select * from (select c.call_id, c.place_code, c.login, c.post, c.message, "
                        + CallLadder.HOLDER + " as holder, " + CallLadder.RUNG + " as rung" + """
                         from grid_call c
                        where c.answered_at is null and c.ended_at is null and c.place_code >= :lo and c.place_code < :hi
                        ) open
                        where not exists (select from grid_call_notice n
                          where n.call_id = open.call_id and n.rung = open.rung and n.channel = :channel)
                        """)
                .param("now", now())
                .param("channel", channel)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> new Summons(
                        new CallId(row.getObject("call_id", UUID.class)),
                        new PlaceCode(row.getString("place_code")),
                        row.getString("login"),
                        row.getString("post"),
                        new PlaceCode(row.getString("holder")),
                        row.getInt("rung"),
                        row.getString("message")))
                .list();
    }

    private static Set<UUID> bring(CallChannel channel, List<Summons> waiting) {
        try {
            return channel.bring(waiting).stream().map(CallId::value).collect(toSet());
        } catch (RuntimeException failure) {
            LOG.error(
                    "Channel {} brought none of {} calls and is asked again", channel.code(), waiting.size(), failure);
            return Set.of();
        }
    }

    private void note(String channel, Set<UUID> brought) {
        if (brought.isEmpty()) {
            return;
        }
        database.sql(
                        "insert into grid_call_notice (call_id, rung, channel, place_code, to_place, told_at) select c.call_id, "
                                + CallLadder.RUNG + ", :channel, c.place_code, " + CallLadder.HOLDER + """
                        , :now from grid_call c where c.call_id in (:brought)
                        on conflict do nothing
                        """)
                .param("channel", channel)
                .param("now", now())
                .param("brought", brought)
                .update();
    }

    private int write(CallId id, Actor actor, @Nullable String note) {
        return database.sql("""
                update grid_call set answered_at = :now, answered_by = :by, answered_by_person = :person, note = :note
                where call_id = :id and answered_at is null
                """)
                .param("now", now())
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("note", note, Types.VARCHAR)
                .param("id", id.value())
                .update();
    }

    private void requireKnown(Jurisdiction jurisdiction, StartRollCall command) {
        var known = database.sql("""
                select c.ended_at is not null as over, exists (
                  select from grid_roll_call r where r.roll_call_id = :id and r.concern_id = c.concern_id) as called
                from grid_incident_concern c
                where c.concern_id = :concern and c.place_code >= :lo and c.place_code < :hi
                """)
                .param("id", command.id().value())
                .param("concern", command.concern().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> row.getBoolean("called") || !row.getBoolean("over"))
                .optional()
                .orElseThrow(() -> new IncidentNotFound(command.concern()));
        if (!known) {
            throw new IncidentRefused(null, "ended");
        }
    }

    private PlaceCode placeOf(RollCallId id) {
        return new PlaceCode(database.sql("select place_code from grid_roll_call where roll_call_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
