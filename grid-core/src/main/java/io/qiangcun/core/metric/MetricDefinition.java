package io.qiangcun.core.metric;

import org.jspecify.annotations.Nullable;

/**
 * One number the house knows, defined by the rows it counts. Title and definition in plain words are the messages
 * {@code <code>.title} and {@code <code>.definition}.
 *
 * <p>{@code rows} is a select that binds {@code :lo}, {@code :hi} (the jurisdiction) and {@code :from}, {@code :until}
 * (the days, until is exclusive), may bind {@code :today} (what is not due yet is not overdue), and gives the columns {@code place_code}, {@code day} (date), {@code amount}
 * (numeric), {@code label} (text) and {@code href} (text). A value is the sum of {@code amount} over these rows, and
 * the page behind a number lists the very same rows; there is no second query that could disagree.
 *
 * @param code stable, dotted, starting with the module code: {@code party.members-meetings}
 * @param rows the select, or null for a share
 * @param over what the select reads by name, or null if it reads tables only
 * @param ratio numerator and denominator, or null for a sum
 * @param certain whether the house knows it even of a place that did not report its month
 */
public record MetricDefinition(
        String code,
        MetricUnit unit,
        Better better,
        @Nullable String rows,
        @Nullable Shared over,
        @Nullable Ratio ratio,
        boolean certain) {

    public MetricDefinition {
        if ((rows == null) == (ratio == null)) {
            throw new IllegalArgumentException(code + " is either a sum of rows or a share");
        }
    }

    public static MetricDefinition sum(String code, MetricUnit unit, Better better, String rows) {
        return new MetricDefinition(code, unit, better, rows, null, null, false);
    }

    /** The share of one sum in another, in per cent with one decimal. */
    public static MetricDefinition share(String code, Better better, String numerator, String denominator) {
        return new MetricDefinition(
                code, MetricUnit.PERCENT, better, null, null, new Ratio(numerator, denominator), false);
    }

    /** The same metric, known whether or not a place reported: what the house itself keeps count of. */
    public MetricDefinition knownForCertain() {
        return new MetricDefinition(code, unit, better, rows, over, ratio, true);
    }

    /** The same metric, whose rows read what others read too. */
    public MetricDefinition over(Shared shared) {
        return new MetricDefinition(code, unit, better, rows, shared, ratio, certain);
    }

    public String titleKey() {
        return code + ".title";
    }

    public String definitionKey() {
        return code + ".definition";
    }

    /** Which way is good; decides colours and the order of who needs help. */
    public enum Better {
        MORE,
        LESS,
        NEUTRAL
    }

    /**
     * A select that several metrics read by its name and that costs too much to be asked for each of them: a statement
     * about all of them asks it once. It binds what rows may bind.
     */
    public record Shared(String name, String rows) {}

    /** Codes of two sums. */
    public record Ratio(String numerator, String denominator) {}
}
