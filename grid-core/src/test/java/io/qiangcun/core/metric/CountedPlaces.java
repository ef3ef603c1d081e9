package io.qiangcun.core.metric;

import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.testkit.NotInDemo;
import java.util.List;
import org.springframework.stereotype.Component;

/** Metrics that tests can foresee: every village counts one in every month, the eastern ones twice. */
@Component
@NotInDemo
public class CountedPlaces implements MetricSource {

    public static final String VILLAGES = "core.test-villages";
    public static final String EASTERN = "core.test-eastern";
    public static final String SHARE = "core.test-eastern-share";
    public static final String NONE = "core.test-none";

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                MetricDefinition.sum(VILLAGES, MetricUnit.ITEMS, Better.NEUTRAL, villages("true")),
                MetricDefinition.sum(EASTERN, MetricUnit.ITEMS, Better.NEUTRAL, villages("name like 'East%'")),
                MetricDefinition.share(SHARE, Better.MORE, EASTERN, VILLAGES),
                MetricDefinition.sum(NONE, MetricUnit.TIMES, Better.MORE, villages("false")));
    }

    private static String villages(String condition) {
        return """
        select place_code, cast(day as date) as day, 1 as amount, name as label, '/places/' || place_code as href
        from place cross join generate_series(cast(:from as date), cast(:until as date) - 1, interval '1 month') as day
        where length(place_code) = 12 and place_code >= :lo and place_code < :hi and %s
        """.formatted(condition);
    }
}
