package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.CaseClock;
import io.qiangcun.core.calendar.ClockEvent;
import io.qiangcun.core.place.PlaceCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the log of grid events; nobody changes it. */
@Service
@Transactional
class MoveLog {

    private static final int ROWS = 1000;

    /** What belongs to an event, and the column that names it; their ids are found nowhere else. */
    private static final Map<String, String> FILED = Map.of(
            "grid_event_move", "event_id",
            "grid_event_holder", "event_id",
            "grid_event_photo", "event_id",
            "grid_event_answer", "event_id",
            "grid_event_call", "event_id",
            "grid_event_message", "event_id",
            "attachment", "owner_id",
            "slip", "subject");

    private final JdbcClient database;
    private final JdbcTemplate batches;

    MoveLog(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    void append(List<Move> lines) {
        batches.batchUpdate("""
                insert into grid_event_move (event_id, number, place_code, at, kind, from_state, to_state, holder_place,
                  account_id, post, person, acting_place, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, ROWS, (row, line) -> {
            row.setObject(1, line.event().value());
            row.setInt(2, line.number());
            row.setString(3, line.place().value());
            row.setObject(4, line.at().atOffset(ZoneOffset.UTC));
            row.setString(5, line.kind().name());
            row.setString(6, line.from() == null ? "NONE" : line.from().name());
            row.setString(7, line.to().name());
            row.setString(8, text(line.holder()));
            row.setObject(9, line.account());
            row.setString(10, line.post());
            row.setString(11, line.person());
            row.setString(12, text(line.actingPlace()));
            row.setString(13, line.note());
        });
    }

    /** Files everything that belongs to an event where the event is now, its photos and slips too. */
    void file(GridEventId event, PlaceCode place) {
        FILED.forEach((table, column) -> database.sql(
                        "update %s set place_code = :place where %s = :event".formatted(table, column))
                .param("place", place.value())
                .param("event", event.value())
                .update());
    }

    @Transactional(readOnly = true)
    List<Move> of(GridEventId event) {
        return database.sql("select * from grid_event_move where event_id = :event order by number")
                .param("event", event.value())
                .query((row, index) -> move(event, row))
                .list();
    }

    /** What the clock takes notice of in the log. */
    static CaseClock<PlaceCode> clockOf(List<Move> lines) {
        var events = new ArrayList<ClockEvent<PlaceCode>>();
        @Nullable PlaceCode holder = null;
        for (var line : lines) {
            var next = line.holder();
            if (line.kind() == MoveKind.SOLVE) {
                events.add(new ClockEvent.Opened<>(line.at(), line.place()));
            }
            if (next == null) {
                if (line.kind() != MoveKind.ANSWER) {
                    events.add(new ClockEvent.Closed<>(line.at()));
                }
            } else if (line.kind() == MoveKind.REPORT) {
                events.add(new ClockEvent.Opened<>(line.at(), next));
            } else if (line.kind() == MoveKind.REOPEN) {
                events.add(new ClockEvent.Reopened<>(line.at(), next));
            } else if (line.kind() == MoveKind.PAUSE) {
                events.add(new ClockEvent.Paused<>(line.at(), line.note()));
            } else if (line.kind() == MoveKind.RESUME) {
                events.add(new ClockEvent.Resumed<>(line.at()));
            } else if (!next.equals(holder)) {
                events.add(new ClockEvent.HandedOver<>(line.at(), next));
            }
            holder = next;
        }
        return CaseClock.of(events);
    }

    private static Move move(GridEventId event, ResultSet row) throws SQLException {
        var from = row.getString("from_state");
        return new Move(
                event,
                new PlaceCode(row.getString("place_code")),
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                MoveKind.valueOf(row.getString("kind")),
                from.equals("NONE") ? null : EventState.valueOf(from),
                EventState.valueOf(row.getString("to_state")),
                place(row.getString("holder_place")),
                row.getObject("account_id", UUID.class),
                row.getString("post"),
                row.getString("person"),
                place(row.getString("acting_place")),
                row.getString("note"));
    }

    private static @Nullable PlaceCode place(@Nullable String code) {
        return code == null ? null : new PlaceCode(code);
    }

    private static @Nullable String text(@Nullable PlaceCode place) {
        return place == null ? null : place.value();
    }
}
