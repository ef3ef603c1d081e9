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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the log of grid events; nobody changes it. */
@Service
@Transactional
class MoveLog {

    private final JdbcClient database;

    MoveLog(JdbcClient database) {
        this.database = database;
    }

    void append(List<Move> lines) {
        lines.forEach(line -> database.sql("""
                insert into grid_event_move (event_id, number, place_code, at, kind, from_state, to_state, holder_place,
                  account_id, post, person, acting_place, note)
                values (:event, :number, :place, :at, :kind, :from, :to, :holder, :account, :post, :person, :acting, :note)
                """)
                .param("event", line.event().value())
                .param("number", line.number())
                .param("place", line.place().value())
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("kind", line.kind().name())
                .param("from", line.from() == null ? "NONE" : line.from().name())
                .param("to", line.to().name())
                .param("holder", text(line.holder()))
                .param("account", line.account())
                .param("post", line.post())
                .param("person", line.person())
                .param("acting", text(line.actingPlace()))
                .param("note", line.note())
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
