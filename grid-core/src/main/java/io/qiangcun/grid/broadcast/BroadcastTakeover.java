package io.qiangcun.grid.broadcast;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.PlaceCode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings in the speakers that stood before, and what they spoke. The database asks of it what it asks of everything. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BroadcastTakeover {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration VALID = Duration.ofHours(2);
    private static final int ROWS = 500;

    private final JdbcTemplate database;

    BroadcastTakeover(JdbcTemplate database) {
        this.database = database;
    }

    /** A speaker that stands; its token is issued when it is connected. */
    public record EarlierSpeaker(SpeakerId id, PlaceCode village, String name, String spot) {}

    /** A message that was spoken at all the speakers named. */
    public record EarlierMessage(
            BroadcastId id,
            PlaceCode place,
            String title,
            String words,
            boolean emergency,
            Instant at,
            Actor writer,
            Actor checker,
            List<EarlierSpeaker> speakers) {

        public EarlierMessage {
            speakers = List.copyOf(speakers);
        }
    }

    public void speakers(Actor by, Instant at, List<EarlierSpeaker> speakers) {
        database.batchUpdate("""
                insert into grid_speaker (speaker_id, place_code, name, spot, adapter, recorded_at, recorded_by,
                  recorded_by_person)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, speakers, ROWS, (row, speaker) -> {
            row.setObject(1, speaker.id().value());
            row.setString(2, speaker.village().value());
            row.setString(3, speaker.name());
            row.setString(4, speaker.spot());
            row.setString(5, PullAdapter.CODE);
            row.setObject(6, time(at));
            row.setString(7, by.login());
            row.setString(8, by.holder());
        });
    }

    public void spoken(EarlierMessage message) {
        database.update(
                """
                insert into grid_broadcast (broadcast_id, place_code, title, words, emergency, speak_at, expires_at, targets,
                  status, recorded_at, recorded_by, recorded_by_person, checked_at, checked_by, checked_by_person, check_note)
                values (?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), 'QUEUED', ?, ?, ?, ?, ?, ?, '')
                """,
                message.id().value(),
                message.place().value(),
                message.title(),
                message.words(),
                message.emergency(),
                time(message.at()),
                time(message.at().plus(VALID)),
                String.join(
                        ",",
                        message.speakers().stream()
                                .map(speaker -> speaker.village().value())
                                .distinct()
                                .toList()),
                time(message.at().minus(VALID)),
                message.writer().login(),
                message.writer().holder(),
                time(message.at().minus(VALID.dividedBy(2))),
                message.checker().login(),
                message.checker().holder());
        database.batchUpdate("""
                insert into grid_broadcast_delivery (delivery_id, place_code, speaker_id, broadcast_id, title, words, emergency,
                  speak_at, expires_at, state, attempts, begun_at, ended_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'SPOKEN', 1, ?, ?)
                """, message.speakers(), ROWS, (row, speaker) -> {
            row.setObject(1, UUID.randomUUID());
            row.setString(2, speaker.village().value());
            row.setObject(3, speaker.id().value());
            row.setObject(4, message.id().value());
            row.setString(5, message.title());
            row.setString(6, message.words());
            row.setBoolean(7, message.emergency());
            row.setObject(8, time(message.at()));
            row.setObject(9, time(message.at().plus(VALID)));
            row.setObject(10, time(message.at()));
            row.setObject(11, time(message.at().plus(Duration.ofMinutes(2))));
        });
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(CHINA).toOffsetDateTime();
    }
}
