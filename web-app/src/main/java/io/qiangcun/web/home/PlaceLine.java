package io.qiangcun.web.home;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.place.PlaceNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * A place among its neighbours.
 *
 * @param silent how many places in it have not reported the month although it is over
 */
record PlaceLine(PlaceNode place, Map<String, MetricValue> values, int silent) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Who needs help comes first: most grave warnings, most warnings, least done; equals keep their usual order. */
    static final Comparator<PlaceLine> BY_NEED = comparing(
                    (PlaceLine line) -> line.number(DeskMetrics.GRAVE, BigDecimal.ZERO), reverseOrder())
            .thenComparing(line -> line.number(DeskMetrics.OPEN, BigDecimal.ZERO), reverseOrder())
            .thenComparing(line -> line.number(DeskMetrics.COMPLETION, ALL))
            .thenComparing(line -> line.place().code().value());

    public MetricValue value(String code) {
        return values.getOrDefault(code, MetricValue.NOTHING);
    }

    private BigDecimal number(String code, BigDecimal otherwise) {
        var number = value(code).number();
        return number == null ? otherwise : number;
    }
}
