package io.qiangcun.grid.network;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricDefinition.Shared;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The net as it stood at the end of a month. */
@Component
class GridMetrics implements MetricSource {

    private static final Shared GRIDS = new Shared("grids", """
            select g.place_code, g.opened_on, g.households, p.name
            from grid g join place p on p.place_code = g.place_code
            where g.place_code >= :lo and g.place_code < :hi and g.opened_on < :until
              and (g.ended_on is null or g.ended_on >= :until)
            """);

    private static final String ROW = """
            select place_code, opened_on as day, %s::numeric as amount, name as label, '/grid/network/' || place_code as href
            from grids where
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                net("grid.grids", MetricUnit.ITEMS, Better.NEUTRAL, "1", " length(place_code) = 15"),
                net("grid.micro-grids", MetricUnit.ITEMS, Better.NEUTRAL, "1", " length(place_code) = 18"),
                net(
                        "grid.households",
                        MetricUnit.ITEMS,
                        Better.NEUTRAL,
                        "households",
                        " length(place_code) = 15 and households > 0"),
                net("grid.unled", MetricUnit.ITEMS, Better.LESS, "1", """
                         not exists (select from grid_worker w where w.place_code = grids.place_code and w.post = 'LEADER'
                          and w.since < :until and (w.ended_on is null or w.ended_on >= :until))
                        """),
                MetricDefinition.sum("grid.workers", MetricUnit.PEOPLE, Better.NEUTRAL, """
                        select min(w.place_code) as place_code, min(w.since) as day, 1::numeric as amount,
                          coalesce(min(h.name), '—') as label, '/grid/network/' || min(w.place_code) as href
                        from grid_worker w left join person h on h.person_id = w.person_id
                        where w.place_code >= :lo and w.place_code < :hi and w.since < :until
                          and (w.ended_on is null or w.ended_on >= :until)
                        group by left(w.place_code, 12), w.person_id
                        """)
                        .knownForCertain());
    }

    private static MetricDefinition net(String code, MetricUnit unit, Better better, String amount, String where) {
        return MetricDefinition.sum(code, unit, better, ROW.formatted(amount) + where)
                .over(GRIDS)
                .knownForCertain();
    }
}
