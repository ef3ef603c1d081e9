package io.qiangcun.grid.broadcast;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads messages, speakers, and what was spoken where. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('" + BroadcastAuthorities.READ + "')")
public class BroadcastQueries {

    private static final String MESSAGE = """
            select b.broadcast_id, b.place_code, p.name as place_name, b.title, b.words, b.emergency, b.speak_at, b.expires_at,
              b.status, b.recorded_by, b.recorded_by_person, b.checked_by_person, b.check_note, b.stopped_by_person,
              b.stopped_reason, cardinality(b.targets) as villages
            from grid_broadcast b join place p on p.place_code = b.place_code
            where b.place_code >= :lo and b.place_code < :hi
            """;

    private static final String SPEAKER = """
            select s.speaker_id, s.place_code, p.name as place_name, s.name, s.spot, s.adapter, s.seen_at,
              s.token_digest is not null as known, s.retired_on,
              s.retired_on is null and coalesce(s.seen_at, s.recorded_at) < :silent as silent
            from grid_speaker s join place p on p.place_code = s.place_code
            where s.place_code >= :lo and s.place_code < :hi
            """;

    private static final String DELIVERY = """
            select d.delivery_id, d.place_code, p.name as place_name, s.name as speaker_name, d.title, d.emergency,
              d.speak_at, d.begun_at, d.ended_at, d.state, d.attempts, d.said
            from grid_broadcast_delivery d
              join place p on p.place_code = d.place_code join grid_speaker s on s.speaker_id = d.speaker_id
            where d.place_code >= :lo and d.place_code < :hi
            """;

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final String BY_PLACE = " order by d.speak_at desc, d.place_code, s.name";

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    BroadcastQueries(RuleParameters parameters, JdbcClient database, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.clock = clock;
    }

    public Page<MessageRow> messages(Jurisdiction jurisdiction, @Nullable String status, Pageable page) {
        return ScopedList.of(MESSAGE, jurisdiction)
                .and("b.status = :status", "status", status)
                .page(database, " order by b.speak_at desc, b.broadcast_id", page, MessageRow.class);
    }

    public MessageRow message(Jurisdiction jurisdiction, BroadcastId id) {
        return database.sql(MESSAGE + " and b.broadcast_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query(MessageRow.class)
                .optional()
                .orElseThrow(() -> new BroadcastNotFound(id.value()));
    }

    public Page<SpeakerRow> speakers(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(SPEAKER, jurisdiction)
                .with("silent", silentSince())
                .page(database, " order by s.retired_on is not null, s.place_code, s.name", page, SpeakerRow.class);
    }

    public SpeakerRow speaker(Jurisdiction jurisdiction, SpeakerId id) {
        return database.sql(SPEAKER + " and s.speaker_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("silent", silentSince())
                .param("id", id.value())
                .query(SpeakerRow.class)
                .optional()
                .orElseThrow(() -> new BroadcastNotFound(id.value()));
    }

    /** Where something can be spoken. */
    public List<Village> villages(Jurisdiction jurisdiction) {
        return database.sql("""
                select s.place_code, p.name, count(*) as speakers
                from grid_speaker s join place p on p.place_code = s.place_code
                where s.place_code >= :lo and s.place_code < :hi and s.retired_on is null
                group by s.place_code, p.name order by s.place_code
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Village.class)
                .list();
    }

    /** What was or will be spoken where. */
    public Page<DeliveryRow> deliveries(Jurisdiction jurisdiction, @Nullable BroadcastId message, Pageable page) {
        return ScopedList.of(DELIVERY, jurisdiction)
                .and("d.broadcast_id = :message", "message", message == null ? null : message.value())
                .page(database, BY_PLACE, page, DeliveryRow.class);
    }

    /** How it stands with a message, all its speakers taken together. */
    public List<StateCount> states(Jurisdiction jurisdiction, BroadcastId message) {
        return database.sql("""
                select state, count(*) as speakers from grid_broadcast_delivery
                where broadcast_id = :message and place_code >= :lo and place_code < :hi
                group by state order by 2 desc, 1
                """)
                .param("message", message.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(StateCount.class)
                .list();
    }

    /** What one speaker said last. */
    public List<DeliveryRow> latest(Jurisdiction jurisdiction, SpeakerId speaker, int most) {
        return database.sql(DELIVERY + " and d.speaker_id = :speaker" + BY_PLACE + " limit :most")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("speaker", speaker.value())
                .param("most", most)
                .query(DeliveryRow.class)
                .list();
    }

    private OffsetDateTime silentSince() {
        return OffsetDateTime.now(clock)
                .minusHours(parameters.wholeNumber("grid.broadcast.silent-hours", LocalDate.now(clock)));
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "—" : MINUTES.format(moment);
    }

    /** A message and how it stands. */
    public record MessageRow(
            UUID broadcastId,
            String placeCode,
            String placeName,
            String title,
            String words,
            boolean emergency,
            Instant speakAt,
            Instant expiresAt,
            String status,
            String recordedBy,
            String recordedByPerson,
            @Nullable String checkedByPerson,
            @Nullable String checkNote,
            @Nullable String stoppedByPerson,
            @Nullable String stoppedReason,
            int villages) {

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public String spokenFrom() {
            return moment(speakAt);
        }

        public String spokenUntil() {
            return moment(expiresAt);
        }

        public String tone() {
            return switch (status) {
                case "QUEUED" -> "ok";
                case "WRITTEN" -> "warn";
                default -> "bad";
            };
        }
    }

    /** A speaker and when it was heard of. */
    public record SpeakerRow(
            UUID speakerId,
            String placeCode,
            String placeName,
            String name,
            String spot,
            String adapter,
            @Nullable Instant seenAt,
            boolean known,
            @Nullable LocalDate retiredOn,
            boolean silent) {

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public String heard() {
            return moment(seenAt);
        }

        /** How it stands, as the end of a message key. */
        public String state() {
            if (retiredOn != null) {
                return "RETIRED";
            }
            if (!known) {
                return "NEW";
            }
            return silent ? "SILENT" : "HEARD";
        }

        public String tone() {
            return switch (state()) {
                case "HEARD" -> "ok";
                case "SILENT" -> "bad";
                default -> "info";
            };
        }
    }

    /** A village and how many speakers it has. */
    public record Village(String placeCode, String name, int speakers) {}

    /** A message at one speaker. */
    public record DeliveryRow(
            UUID deliveryId,
            String placeCode,
            String placeName,
            String speakerName,
            String title,
            boolean emergency,
            Instant speakAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            String state,
            int attempts,
            String said) {

        public String planned() {
            return moment(speakAt);
        }

        public String begun() {
            return moment(begunAt);
        }

        public String tone() {
            return toneOf(state);
        }
    }

    /** How many speakers a message has come to so far. */
    public record StateCount(String state, long speakers) {

        public String tone() {
            return toneOf(state);
        }
    }

    private static String toneOf(String state) {
        return switch (state) {
            case "SPOKEN" -> "ok";
            case "WAITING", "BEGUN" -> "info";
            case "STOPPED", "EXPIRED" -> "warn";
            default -> "bad";
        };
    }
}
