package io.qiangcun.grid.broadcast;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits at a speaker. Begun once, never late; what began and was not ended is not repeated by itself. */
@Service
@Transactional
public class SpeakerQueue {

    private static final int MOST = 20;

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    SpeakerQueue(RuleParameters parameters, JdbcClient database, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.clock = clock;
    }

    /** Something to say, until when. */
    public record Due(
            UUID delivery, String title, String words, boolean emergency, Instant speakAt, Instant expiresAt) {}

    /** What may be spoken now, emergencies first; the speaker was heard of. */
    public List<Due> due(Jurisdiction here, SpeakerId speaker) {
        database.sql("update grid_speaker set seen_at = :now where speaker_id = :speaker")
                .param("now", now())
                .param("speaker", speaker.value())
                .update();
        return waiting(here, speaker);
    }

    /** The same, where the speaker itself said nothing. */
    @Transactional(readOnly = true)
    public List<Due> waiting(Jurisdiction here, SpeakerId speaker) {
        return database.sql("""
                select delivery_id as delivery, title, words, emergency, speak_at, expires_at
                from grid_broadcast_delivery
                where speaker_id = :speaker and place_code >= :lo and place_code < :hi and state = 'WAITING'
                  and speak_at <= :now and expires_at > :now
                order by emergency desc, speak_at, delivery_id limit :most
                """)
                .param("speaker", speaker.value())
                .param("lo", here.lo())
                .param("hi", here.hi())
                .param("now", now())
                .param("most", MOST)
                .query(Due.class)
                .list();
    }

    /** True once: whoever gets it speaks. False if it was begun, stopped or has expired. */
    public boolean begin(Jurisdiction here, SpeakerId speaker, UUID delivery) {
        return database.sql("""
                update grid_broadcast_delivery set state = 'BEGUN', begun_at = :now, attempts = attempts + 1
                where delivery_id = :delivery and speaker_id = :speaker and place_code >= :lo and place_code < :hi
                  and state = 'WAITING' and speak_at <= :now and expires_at > :now
                """)
                        .param("now", now())
                        .param("delivery", delivery)
                        .param("speaker", speaker.value())
                        .param("lo", here.lo())
                        .param("hi", here.hi())
                        .update()
                > 0;
    }

    /** How it went; what failed is tried again so often as the rule says, if there is time. Said twice it counts once. */
    public boolean end(Jurisdiction here, SpeakerId speaker, UUID delivery, boolean spoken, String said) {
        return database.sql("""
                update grid_broadcast_delivery set ended_at = :now, said = :said,
                  state = case when :spoken then 'SPOKEN' when attempts < :attempts and expires_at > :now then 'WAITING'
                    else 'FAILED' end
                where delivery_id = :delivery and speaker_id = :speaker and place_code >= :lo and place_code < :hi
                  and state in ('BEGUN', 'UNKNOWN')
                """)
                        .param("now", now())
                        .param("said", said)
                        .param("spoken", spoken)
                        .param("attempts", parameters.wholeNumber("grid.broadcast.attempts", LocalDate.now(clock)))
                        .param("delivery", delivery)
                        .param("speaker", speaker.value())
                        .param("lo", here.lo())
                        .param("hi", here.hi())
                        .update()
                > 0;
    }

    /** What nobody fetched in time has expired; of what began long ago nobody knows. */
    void tidy(Jurisdiction jurisdiction) {
        var minutes = parameters.wholeNumber("grid.broadcast.unknown-minutes", LocalDate.now(clock));
        database.sql("""
                update grid_broadcast_delivery set ended_at = :now,
                  state = case when state = 'WAITING' then 'EXPIRED' else 'UNKNOWN' end
                where place_code >= :lo and place_code < :hi
                  and (state = 'WAITING' and expires_at <= :now or state = 'BEGUN' and begun_at < :longAgo)
                """)
                .param("now", now())
                .param("longAgo", now().minusMinutes(minutes))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
