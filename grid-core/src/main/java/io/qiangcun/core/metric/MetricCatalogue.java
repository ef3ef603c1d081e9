package io.qiangcun.core.metric;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.metric.MetricDefinition.Ratio;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All metrics of all modules; refuses to start with two of one code or a share of something unknown. */
@Component
public class MetricCatalogue {

    private final Map<String, MetricDefinition> definitions;

    MetricCatalogue(ObjectProvider<MetricSource> sources) {
        definitions = sources.orderedStream()
                .flatMap(source -> source.metrics().stream())
                .collect(toMap(
                        MetricDefinition::code,
                        metric -> metric,
                        (one, other) -> {
                            throw new IllegalStateException("Two metrics are called " + one.code());
                        },
                        LinkedHashMap::new));
        definitions.values().forEach(this::checkRatio);
    }

    /** The metric of the code. */
    public MetricDefinition metric(String code) {
        var metric = definitions.get(code);
        if (metric == null) {
            throw new MetricNotFound(code);
        }
        return metric;
    }

    public Collection<MetricDefinition> all() {
        return definitions.values();
    }

    /** The sums from which the metrics are made. */
    Set<MetricDefinition> sumsBehind(Collection<String> codes) {
        var sums = new LinkedHashSet<MetricDefinition>();
        for (var code : codes) {
            var ratio = metric(code).ratio();
            if (ratio == null) {
                sums.add(metric(code));
            } else {
                sums.add(metric(ratio.numerator()));
                sums.add(metric(ratio.denominator()));
            }
        }
        return sums;
    }

    List<MetricDefinition> sums() {
        return definitions.values().stream()
                .filter(metric -> metric.rows() != null)
                .toList();
    }

    private void checkRatio(MetricDefinition metric) {
        Ratio ratio = metric.ratio();
        if (ratio != null
                && (metric(ratio.numerator()).rows() == null
                        || metric(ratio.denominator()).rows() == null)) {
            throw new IllegalStateException(metric.code() + " is not a share of sums");
        }
    }
}
