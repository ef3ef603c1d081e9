package io.qiangcun.services.volunteer;

import static java.util.stream.Collectors.joining;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RegisterQueries;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowView;
import io.qiangcun.services.volunteer.Turn.Taker;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes turns and notes who was there. A taken turn is a row of the register of hours, whose hours are said when it is over. */
@Service
@Transactional
public class Volunteers {

    private static final String MAY_WRITE = "hasAuthority('" + RegisterAuthorities.WRITE + "')";
    private static final BigDecimal LONGEST = new BigDecimal(24);

    private final Turns turns;
    private final RegisterService registers;
    private final RegisterQueries rows;
    private final JdbcClient database;
    private final Clock clock;

    Volunteers(Turns turns, RegisterService registers, RegisterQueries rows, JdbcClient database, Clock clock) {
        this.turns = turns;
        this.registers = registers;
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** Of two who take the last place at once the second is told who was faster. The same form sent twice takes it once. */
    @PreAuthorize(MAY_WRITE)
    public void take(Jurisdiction jurisdiction, Actor actor, RowId id, RowId shift, LocalDate day, PersonId person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:turn, 0))")
                .param("turn", shift + "|" + day)
                .query(locked -> {});
        var turn = turns.turn(jurisdiction, shift, day);
        if (turn.takers().stream().anyMatch(taker -> taker.row().equals(id))) {
            return;
        }
        if (day.isBefore(LocalDate.now(clock))) {
            throw new TurnRefused(null, "over");
        }
        if (turn.takers().stream().anyMatch(taker -> taker.person().equals(person.toString()))) {
            throw new TurnRefused("person", "twice");
        }
        if (turn.missing() == 0) {
            throw new TurnRefused(
                    "person", "full", turn.takers().stream().map(Taker::name).collect(joining("、")));
        }
        registers.enter(
                jurisdiction,
                actor,
                new EnterRow(
                        id,
                        Turns.HOURS,
                        new PlaceCode(turn.placeCode()),
                        turn.post(),
                        Map.of("servedOn", day.toString(), "slot", turn.slot()),
                        Map.of("person", person.toString())),
                List.of());
    }

    /** Somebody was there for so many hours. */
    @PreAuthorize(MAY_WRITE)
    public void came(Jurisdiction jurisdiction, Actor actor, RowId taken, BigDecimal hours, String reason) {
        var row = taken(jurisdiction, taken);
        if (row.startsOn().isAfter(LocalDate.now(clock))) {
            throw new TurnRefused("hours", "not-yet");
        }
        if (hours.signum() <= 0 || hours.compareTo(LONGEST) > 0) {
            throw new TurnRefused("hours", "hours", LONGEST);
        }
        var cells = new HashMap<>(row.cells().values());
        cells.put("hours", hours.toPlainString());
        var person = row.cells().get("person");
        registers.correct(
                jurisdiction, actor, taken, row.version(), cells, Map.of("person", person), reason, List.of());
    }

    /** He gives it back, or was not there: his place is free again, and why is kept. */
    @PreAuthorize(MAY_WRITE)
    public void off(Jurisdiction jurisdiction, Actor actor, RowId taken, String reason) {
        var row = taken(jurisdiction, taken);
        if (reason.isBlank()) {
            throw new TurnRefused("reason", "reason");
        }
        registers.declareVoid(jurisdiction, actor, taken, row.version(), reason);
    }

    /** Only a turn whose hours nobody has noted; what was noted is put right in the register. */
    private RowView taken(Jurisdiction jurisdiction, RowId id) {
        var row = rows.show(jurisdiction, id);
        if (!row.definition().code().equals(Turns.HOURS)
                || row.cells().get("slot").isEmpty()) {
            throw new TurnNotFound(id);
        }
        if (!row.cells().get("hours").isEmpty()) {
            throw new TurnRefused(null, "noted");
        }
        return row;
    }
}
