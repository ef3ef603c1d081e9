package io.qiangcun.core.metric;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a metric says of a place and a month: a number, nothing (nothing happened that it could measure) or unknown
 * (the month is over and was not reported). Unknown is never shown as zero. Equal numbers are equal, however many zeros
 * they were written with.
 */
public record MetricValue(State state, @Nullable BigDecimal number) {

    public static final MetricValue NOTHING = new MetricValue(State.NOTHING, null);
    public static final MetricValue UNKNOWN = new MetricValue(State.UNKNOWN, null);

    public MetricValue {
        number = number == null ? null : number.stripTrailingZeros();
        if ((state == State.NUMBER) != (number != null)) {
            throw new IllegalArgumentException("A number, and only a number, has a number");
        }
    }

    public static MetricValue of(BigDecimal number) {
        return new MetricValue(State.NUMBER, number);
    }

    public enum State {
        NUMBER,
        NOTHING,
        UNKNOWN
    }
}
