package io.qiangcun.grid.broadcast;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.broadcast.BroadcastQueries.MessageRow;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages, from writing to stopping, and the speakers they go to. Nobody sends alone. */
@Service
@Transactional
public class BroadcastService {

    private static final String MAY_WRITE = "hasAuthority('" + BroadcastAuthorities.WRITE + "')";
    private static final String MAY_INSTALL = "hasAuthority('" + BroadcastAuthorities.INSTALL + "')";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final BroadcastQueries queries;
    private final PlaceTree places;
    private final List<String> adapters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BroadcastService(
            BroadcastQueries queries,
            PlaceTree places,
            List<BroadcastAdapter> adapters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.places = places;
        this.adapters = adapters.stream().map(BroadcastAdapter::code).sorted().toList();
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** What is to be said, where, from when, and until when it makes sense. */
    public record WriteMessage(
            BroadcastId id,
            String title,
            String words,
            boolean emergency,
            List<PlaceCode> villages,
            Instant speakAt,
            Instant expiresAt) {

        public WriteMessage {
            villages = List.copyOf(villages);
        }
    }

    /** Ways to speakers that there are. */
    public List<String> adapters() {
        return adapters;
    }

    /** The same form sent twice writes one message. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteMessage command) {
        if (!command.expiresAt().isAfter(command.speakAt())
                || !command.expiresAt().isAfter(clock.instant())) {
            throw new BroadcastRefused("expires", "expires-early");
        }
        if (command.villages().isEmpty()) {
            throw new BroadcastRefused("villages", "no-village");
        }
        for (var village : command.villages()) {
            if (places.require(village, jurisdiction).code().kind() != PlaceKind.VILLAGE) {
                throw new BroadcastRefused("villages", "no-village");
            }
        }
        var written = by(database.sql("""
                insert into grid_broadcast (broadcast_id, place_code, title, words, emergency, speak_at, expires_at, targets,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :title, :words, :emergency, :speakAt, :expiresAt, string_to_array(:targets, ','),
                  :at, :login, :holder)
                on conflict (broadcast_id) do nothing
                """), actor)
                .param("id", command.id().value())
                .param("place", jurisdiction.root().value())
                .param("title", command.title())
                .param("words", command.words())
                .param("emergency", command.emergency())
                .param("speakAt", command.speakAt().atZone(CHINA).toOffsetDateTime())
                .param("expiresAt", command.expiresAt().atZone(CHINA).toOffsetDateTime())
                .param(
                        "targets",
                        String.join(
                                ",",
                                command.villages().stream()
                                        .map(PlaceCode::value)
                                        .toList()))
                .update();
        if (written > 0) {
            events.publishEvent(new MessageWritten(command.id(), command.emergency(), jurisdiction.root()));
        }
    }

    /** Lets speak what somebody else wrote, at all speakers of its villages, or refuses it. */
    @PreAuthorize(MAY_WRITE)
    public void check(Jurisdiction jurisdiction, Actor actor, BroadcastId id, boolean speak, String note) {
        var message = queries.message(jurisdiction, id);
        if (message.recordedBy().equals(actor.login())
                || message.recordedByPerson().equals(actor.holder())) {
            throw new BroadcastRefused(null, "wrote-it");
        }
        if (!speak && note.isBlank()) {
            throw new BroadcastRefused("note", "no-reason");
        }
        if (speak && !message.expiresAt().isAfter(clock.instant())) {
            throw new BroadcastRefused(null, "too-late");
        }
        var checked = by(database.sql("""
                update grid_broadcast set status = :status, checked_at = :at, checked_by = :login,
                  checked_by_person = :holder, check_note = :note
                where broadcast_id = :id and status = 'WRITTEN' and place_code >= :lo and place_code < :hi
                """), actor)
                .param("status", speak ? "QUEUED" : "REFUSED")
                .param("note", note)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (checked == 0) {
            throw new BroadcastRefused(null, "checked-already");
        }
        var speakers = speak ? queue(jurisdiction, id) : 0;
        if (speak && speakers == 0) {
            throw new BroadcastRefused(null, "no-speaker");
        }
        events.publishEvent(new MessageChecked(id, speak ? "QUEUED" : "REFUSED", speakers, message.place()));
    }

    private int queue(Jurisdiction jurisdiction, BroadcastId id) {
        return database.sql("""
                insert into grid_broadcast_delivery (place_code, speaker_id, broadcast_id, title, words, emergency, speak_at,
                  expires_at)
                select s.place_code, s.speaker_id, b.broadcast_id, b.title, b.words, b.emergency, b.speak_at, b.expires_at
                from grid_broadcast b join grid_speaker s on s.place_code = any (b.targets) and s.retired_on is null
                where b.broadcast_id = :id and s.place_code >= :lo and s.place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    /** Nobody begins to speak it any more; what was begun cannot be called back. One is enough: to be silent needs no second. */
    @PreAuthorize(MAY_WRITE)
    public void stop(Jurisdiction jurisdiction, Actor actor, BroadcastId id, String reason) {
        MessageRow message = queries.message(jurisdiction, id);
        if (reason.isBlank()) {
            throw new BroadcastRefused("reason", "no-reason");
        }
        var stopped = by(database.sql("""
                update grid_broadcast set status = 'STOPPED', stopped_at = :at, stopped_by = :login,
                  stopped_by_person = :holder, stopped_reason = :reason
                where broadcast_id = :id and status in ('WRITTEN', 'QUEUED') and place_code >= :lo and place_code < :hi
                """), actor)
                .param("reason", reason)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (stopped == 0) {
            throw new BroadcastRefused("reason", "over");
        }
        database.sql("""
                update grid_broadcast_delivery set state = 'STOPPED', ended_at = :at
                where broadcast_id = :id and state = 'WAITING' and place_code >= :lo and place_code < :hi
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new MessageStopped(id, reason, message.place()));
    }

    /** A speaker at a village. */
    @PreAuthorize(MAY_INSTALL)
    public void install(
            Jurisdiction jurisdiction,
            Actor actor,
            SpeakerId id,
            PlaceCode village,
            String name,
            String spot,
            String adapter) {
        if (places.require(village, jurisdiction).code().kind() != PlaceKind.VILLAGE) {
            throw new BroadcastRefused("village", "no-village");
        }
        if (!adapters.contains(adapter)) {
            throw new BroadcastRefused("adapter", "no-adapter");
        }
        try {
            var installed = by(database.sql("""
                    insert into grid_speaker (speaker_id, place_code, name, spot, adapter, recorded_at, recorded_by,
                      recorded_by_person)
                    values (:id, :place, :name, :spot, :adapter, :at, :login, :holder)
                    on conflict (speaker_id) do nothing
                    """), actor)
                    .param("id", id.value())
                    .param("place", village.value())
                    .param("name", name)
                    .param("spot", spot)
                    .param("adapter", adapter)
                    .update();
            if (installed > 0) {
                events.publishEvent(new SpeakerInstalled(id, name, village));
            }
        } catch (DataIntegrityViolationException taken) {
            throw new BroadcastRefused("name", "name-taken");
        }
    }

    /** A new token, shown once and kept as a digest; the one before is good no longer. */
    @PreAuthorize(MAY_INSTALL)
    public String issueToken(Jurisdiction jurisdiction, SpeakerId id) {
        var speaker = queries.speaker(jurisdiction, id);
        if (speaker.retiredOn() != null) {
            throw new BroadcastRefused(null, "retired");
        }
        var token = SpeakerDoor.token();
        database.sql("update grid_speaker set token_digest = :digest where speaker_id = :id")
                .param("digest", SpeakerDoor.digest(token))
                .param("id", id.value())
                .update();
        events.publishEvent(new SpeakerTokenIssued(id, speaker.place()));
        return token;
    }

    /** It says nothing any more and its token opens nothing. */
    @PreAuthorize(MAY_INSTALL)
    public void retire(Jurisdiction jurisdiction, SpeakerId id) {
        var speaker = queries.speaker(jurisdiction, id);
        var now = OffsetDateTime.now(clock);
        var retired = database.sql("""
                update grid_speaker set retired_on = :today, token_digest = null
                where speaker_id = :id and retired_on is null
                """)
                .param("today", now.atZoneSameInstant(CHINA).toLocalDate())
                .param("id", id.value())
                .update();
        if (retired > 0) {
            database.sql("""
                    update grid_broadcast_delivery set state = 'STOPPED', ended_at = :now
                    where speaker_id = :id and state = 'WAITING'
                    """).param("now", now).param("id", id.value()).update();
            events.publishEvent(new SpeakerRetired(id, speaker.place()));
        }
    }

    private JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder());
    }
}
