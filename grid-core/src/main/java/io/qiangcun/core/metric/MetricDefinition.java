package io.qiangcun.core.metric;

import org.jspecify.annotations.Nullable;

/**
 * One number the house knows, defined by the rows it counts. Title, definition in plain words and the basis are the
 * messages {@code <code>.title} and {@code <code>.definition}.
 *
 * <p>{@code rows} is a select that binds {@code :lo}, {@code :hi} (the jurisdiction) and {@code :from}, {@code :until}
 * (the days, until is exclusive) and gives the columns {@code place_code}, {@code day} (date), {@code amount}
 * (numeric), {@code label} (text) and {@code href} (text). A value is the sum of {@code amount} over these rows, and
 * the page behind a number lists the very same rows; there is no second query that could disagree.
 *
 * @param code stable, dotted, starting with the module code: {@code party.members-meetings}
 * @param rows the select, or null for a ratio
 * @param ratio numerator and denominator, or null for a sum
 */
public record MetricDefinition(
        String code,
        MetricUnit unit,
        Better better,
        @Nullable String rows,
        @Nullable Ratio ratio) {

    public static MetricDefinition sum(String code, MetricUnit unit, Better better, String rows) {
        return new MetricDefinition(code, unit, better, rows, null);
    }

    /** The share of one sum in another, in per cent with one decimal. */
    public static MetricDefinition share(String code, Better better, String numerator, String denominator) {
        return new MetricDefinition(code, MetricUnit.PERCENT, better, null, new Ratio(numerator, denominator));
    }

    /** Which way is good; decides colours and the order of who needs help. */
    public enum Better {
        MORE,
        LESS,
        NEUTRAL
    }

    /** Codes of two sums. */
    public record Ratio(String numerator, String denominator) {}
}
