package io.qiangcun.core.warning;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be counted about warnings. Overturned ones never were. */
@Component
class WarningMetrics implements MetricSource {

    /** Open at the end of each month, or now. That it was open at the beginning is said for the index. */
    private static final String OPEN = """
            select w.place_code, greatest(w.found_on, cast(m as date)) as day, 1 as amount,
              array_to_string(w.title, ' ') as label, '/core/warnings/' || w.warning_id as href
            from warning w, generate_series(cast(:from as date), cast(:until as date) - 1, interval '1 month') m
            where w.place_code >= :lo and w.place_code < :hi and w.status <> 'OVERTURNED'
              and w.found_on < cast(m + interval '1 month' as date)
              and w.open_until >= :from and w.open_until >= cast(m + interval '1 month' as date)
            """;

    private static final String CLEARED = """
            select w.place_code, w.ended_on as day, 1 as amount,
              array_to_string(w.title, ' ') as label, '/core/warnings/' || w.warning_id as href
            from warning w
            where w.place_code >= :lo and w.place_code < :hi and w.status = 'CLEARED'
              and w.ended_on >= :from and w.ended_on < :until
            """;

    @Override
    public List<MetricDefinition> metrics() {
        var whole = Stream.of(
                sum("core.warnings-open", Better.LESS, OPEN), sum("core.warnings-cleared", Better.MORE, CLEARED));
        var byLevel = Arrays.stream(WarningLevel.values())
                .map(level -> sum(
                        "core.warnings-open-" + level.name().toLowerCase(Locale.ROOT),
                        Better.LESS,
                        OPEN + " and w.level = '" + level + "'"));
        return Stream.concat(whole, byLevel).toList();
    }

    private static MetricDefinition sum(String code, Better better, String rows) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, rows).knownForCertain();
    }
}
