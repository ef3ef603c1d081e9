package io.qiangcun.grid.gridevent;

import io.qiangcun.core.parameter.RuleParameters.RuleParameter;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Basis;
import io.qiangcun.core.warning.Finding.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rules about grid events have in common: the warning is about the place that has the event, not where it happened. */
final class EventRule {

    private EventRule() {}

    /** @param condition on the open event {@code e} */
    static Stream<Found> open(
            JdbcClient database, Jurisdiction jurisdiction, Instant now, String condition, long number) {
        return database
                .sql("""
                select e.event_id, e.receipt, e.holder_place, h.name as holder_name,
                  (select k.name from grid_event_kind k where k.code = left(e.kind, 2) and k.within = '') as kind_name,
                  e.due_at, e.moved_at, e.limit_level, e.kind, e.place_code, e.reported_at
                from grid_event e join place h on h.place_code = e.holder_place
                where e.place_code >= :lo and e.place_code < :hi and e.closed_at is null and
                """ + condition)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("number", number)
                .query((row, index) -> new Found(
                        row.getObject("event_id", UUID.class),
                        row.getString("receipt"),
                        new PlaceCode(row.getString("holder_place")),
                        row.getString("holder_name"),
                        row.getString("kind_name"),
                        row.getObject("due_at", OffsetDateTime.class),
                        row.getObject("moved_at", OffsetDateTime.class),
                        Level.valueOf(row.getString("limit_level")),
                        row.getString("kind"),
                        new PlaceCode(row.getString("place_code")),
                        row.getObject("reported_at", OffsetDateTime.class)))
                .list()
                .stream();
    }

    static Basis basis(EventLimit limit) {
        return new Basis(limit.basisKind(), limit.basisSource(), "", "");
    }

    static Basis basis(RuleParameter parameter) {
        return new Basis(parameter.basis(), parameter.source(), "", "");
    }

    /** An open event that a rule has found. */
    record Found(
            UUID event,
            String receipt,
            PlaceCode holder,
            String holderName,
            String kindName,
            OffsetDateTime dueAt,
            OffsetDateTime movedAt,
            Level limitLevel,
            String kind,
            PlaceCode place,
            OffsetDateTime reportedAt) {

        Finding since(LocalDate day, Basis basis) {
            return new Finding(
                    event.toString(),
                    Level.deskOf(holder),
                    List.of(receipt, kindName, holderName),
                    day,
                    basis,
                    "/grid/events/" + event,
                    List.of(new Fact("grid.event.field.holder", holderName)));
        }
    }
}
