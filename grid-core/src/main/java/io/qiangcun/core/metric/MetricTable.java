package io.qiangcun.core.metric;

import io.qiangcun.core.place.PlaceCode;
import java.util.Map;

/**
 * Metrics of several places side by side, for one month.
 *
 * @param values by place and code; every place asked for has every metric asked for
 * @param whole values of the jurisdiction as a whole
 * @param silent how many village-level places in each place have not reported the month although it is over
 * @param locked whether the month is locked and the values are those of that moment
 */
public record MetricTable(
        Map<PlaceCode, Map<String, MetricValue>> values,
        Map<String, MetricValue> whole,
        Map<PlaceCode, Integer> silent,
        boolean locked) {

    public MetricTable {
        values = Map.copyOf(values);
        whole = Map.copyOf(whole);
        silent = Map.copyOf(silent);
    }

    public MetricValue value(PlaceCode place, String code) {
        return values.getOrDefault(place, Map.of()).getOrDefault(code, MetricValue.NOTHING);
    }

    public int silent(PlaceCode place) {
        return silent.getOrDefault(place, 0);
    }

    /** How many places of the whole have not reported. */
    public int silentInAll() {
        return silent.values().stream().mapToInt(Integer::intValue).sum();
    }
}
