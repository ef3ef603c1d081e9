package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where events come again and again: the same kind in the same place, and how many on the map. */
@Service
@Transactional(readOnly = true)
public class EventHeat {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";

    /** What lies in the jurisdiction and was reported lately; a grid worker sees what is confidential only if it is his. */
    private static final String LATELY = """
            e.place_code >= :lo and e.place_code < :hi and e.reported_at >= :since and e.state <> 'MERGED'
              and (:directs or not e.confidential or e.reported_post = :login or e.holder_place = :lo)
            """;

    private static final int MOST = 200;

    private final JdbcClient database;
    private final EventRules rules;
    private final Clock clock;

    EventHeat(JdbcClient database, EventRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** How far back is looked, and how often makes it often. */
    public record Span(int days, int times) {}

    /** A kind that comes again in a place. */
    public record Repeat(
            String placeCode,
            String placeName,
            @Nullable String villageName,
            String kind,
            long events,
            long open,
            Instant last) {}

    /** How many in a part of the jurisdiction, and how many of them have a point. */
    public record Part(String placeCode, String name, long events, long located) {}

    public Span span() {
        var today = LocalDate.now(clock);
        return new Span(rules.number("repeat-days", today), rules.number("repeat-times", today));
    }

    /** The most frequent first. */
    @PreAuthorize(MAY_READ)
    public List<Repeat> repeats(Jurisdiction jurisdiction, Actor actor) {
        var span = span();
        return asked(database.sql("""
                select r.place_code, p.name as place_name, v.name as village_name, r.kind, r.events, r.open, r.last
                from (
                  select e.place_code, e.kind, count(*) as events, count(*) filter (where e.closed_at is null) as open,
                    max(e.reported_at) as last
                  from grid_event e where %s
                  group by e.place_code, e.kind having count(*) >= :times
                ) r
                  join place p on p.place_code = r.place_code
                  left join place v on v.place_code = left(r.place_code, 12) and length(r.place_code) > 12
                order by r.events desc, r.last desc, r.place_code limit :most
                """.formatted(LATELY)), jurisdiction, actor, span)
                .param("times", span.times())
                .param("most", MOST)
                .query(Repeat.class)
                .list();
    }

    /** By the places just below: what the map shows, in numbers. */
    @PreAuthorize(MAY_READ)
    public List<Part> parts(Jurisdiction jurisdiction, Actor actor) {
        var below = jurisdiction.lo().length() == 18 ? 18 : jurisdiction.lo().length() + 3;
        return asked(database.sql("""
                select r.place_code, p.name, r.events, r.located
                from (
                  select left(n.place_code, :digits) as place_code, sum(n.events) as events,
                    sum(case when g.longitude is null then n.located else n.events end) as located
                  from (
                    select e.place_code, count(*) as events, count(e.longitude) as located
                    from grid_event e where %s group by e.place_code
                  ) n left join grid g on g.place_code = n.place_code
                  group by 1
                ) r join place p on p.place_code = r.place_code
                order by r.events desc, r.place_code
                """.formatted(LATELY)), jurisdiction, actor, span())
                .param("digits", below)
                .query(Part.class)
                .list();
    }

    /** The points of events, of their grids where they have none, and of the grids themselves for the outline. */
    @PreAuthorize(MAY_READ)
    public HeatMap map(Jurisdiction jurisdiction, Actor actor) {
        var points = asked(database.sql("""
                select coalesce(n.longitude, g.longitude)::float8 as longitude, coalesce(n.latitude, g.latitude)::float8 as latitude,
                  n.events
                from (
                  select case when e.longitude is null then e.place_code end as place_code, round(e.longitude, 3) as longitude,
                    round(e.latitude, 3) as latitude, count(*) as events
                  from grid_event e where %s
                  group by 1, 2, 3
                ) n left join grid g on g.place_code = n.place_code
                where coalesce(n.longitude, g.longitude) is not null
                union all
                select g.longitude::float8, g.latitude::float8, 0 from grid g
                where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null and g.longitude is not null
                """.formatted(LATELY)), jurisdiction, actor, span())
                .query(HeatMap.Spot.class)
                .list();
        return HeatMap.of(points);
    }

    private StatementSpec asked(StatementSpec statement, Jurisdiction jurisdiction, Actor actor, Span span) {
        var since = LocalDate.now(clock).minusDays(span.days()).atStartOfDay(clock.getZone());
        return statement
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("since", since.toInstant().atOffset(ZoneOffset.UTC))
                .param("directs", Mover.of(jurisdiction, actor).directs())
                .param("login", actor.login());
    }
}
