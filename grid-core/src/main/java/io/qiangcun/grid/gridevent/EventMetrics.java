package io.qiangcun.grid.gridevent;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts events by their receipts; silence of whom they concern is counted as silence. */
@Component
class EventMetrics implements MetricSource {

    /** What happened to an event at a moment, in days of China; the village counts what happens in its grids. */
    private static final String ROWS = """
            select left(%1$s.place_code, 12) as place_code, (%2$s at time zone 'Asia/Shanghai')::date as day,
              1::numeric as amount, e.receipt as label, '/grid/events/' || e.event_id as href
            from %3$s
            where %1$s.place_code >= :lo and %1$s.place_code < :hi
              and %2$s >= cast(:from as timestamp) at time zone 'Asia/Shanghai'
              and %2$s < cast(:until as timestamp) at time zone 'Asia/Shanghai'%4$s
            """;

    private static final String ANSWERS = "grid_event_answer a join grid_event e on e.event_id = a.event_id";

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                events("grid.events-reported", Better.NEUTRAL, "e.reported_at", ""),
                events("grid.events-closed", Better.MORE, "e.closed_at", " and e.state = 'CLOSED'"),
                events(
                        "grid.events-closed-in-time",
                        Better.MORE,
                        "e.closed_at",
                        " and e.state = 'CLOSED' and e.closed_in_time"),
                share("grid.events-in-time-share", "grid.events-closed-in-time", "grid.events-closed"),
                events("grid.events-on-spot", Better.NEUTRAL, "e.closed_at", " and e.state = 'CLOSED' and e.on_spot"),
                answers("grid.events-answered", Better.MORE, ""),
                answers("grid.events-solved", Better.MORE, " and a.solved"),
                share("grid.events-solved-share", "grid.events-solved", "grid.events-answered"),
                events(
                        "grid.events-overdue",
                        Better.LESS,
                        "e.due_at",
                        " and e.due_at < cast(:today as timestamp) at time zone 'Asia/Shanghai'"
                                + " and (e.closed_at is null or e.closed_at > e.due_at)"),
                hours("grid.events-hours-grid", "length(h.holder_place) >= 15"),
                hours("grid.events-hours-village", "length(h.holder_place) = 12"),
                hours("grid.events-hours-township", "length(h.holder_place) = 9"),
                hours("grid.events-hours-county", "length(h.holder_place) = 6"));
    }

    private static MetricDefinition events(String code, Better better, String moment, String condition) {
        return MetricDefinition.sum(
                        code, MetricUnit.ITEMS, better, ROWS.formatted("e", moment, "grid_event e", condition))
                .knownForCertain();
    }

    private static MetricDefinition answers(String code, Better better, String condition) {
        return MetricDefinition.sum(
                        code, MetricUnit.ITEMS, better, ROWS.formatted("a", "a.answered_at", ANSWERS, condition))
                .knownForCertain();
    }

    private static MetricDefinition share(String code, String numerator, String denominator) {
        return MetricDefinition.share(code, Better.MORE, numerator, denominator).knownForCertain();
    }

    /** By day and night, without pauses, as far as it falls into the period. */
    private static MetricDefinition hours(String code, String level) {
        return MetricDefinition.sum(code, MetricUnit.HOURS, Better.NEUTRAL, """
                        select left(h.place_code, 12) as place_code,
                          (greatest(lower(h.held), cast(:from as timestamp) at time zone 'Asia/Shanghai')
                            at time zone 'Asia/Shanghai')::date as day,
                          round((extract(epoch from least(coalesce(upper(h.held), now()),
                              cast(:until as timestamp) at time zone 'Asia/Shanghai')
                            - greatest(lower(h.held), cast(:from as timestamp) at time zone 'Asia/Shanghai')) / 3600)::numeric, 1)
                            as amount,
                          e.receipt as label, '/grid/events/' || e.event_id as href
                        from grid_event_holder h join grid_event e on e.event_id = h.event_id
                        where h.place_code >= :lo and h.place_code < :hi and h.running and not isempty(h.held) and %s
                          and h.held && tstzrange(cast(:from as timestamp) at time zone 'Asia/Shanghai',
                            least(cast(:until as timestamp) at time zone 'Asia/Shanghai', greatest(now(),
                              cast(:from as timestamp) at time zone 'Asia/Shanghai')))
                        """.formatted(level))
                .knownForCertain();
    }
}
