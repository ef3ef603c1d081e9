package io.qiangcun.core.register;

import io.qiangcun.core.metric.MetricUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One column of a register.
 *
 * @param group the heading it stands under on the page of a row; empty for the first
 * @param key whether no two rows of a place may have the same
 * @param listed whether the list shows it
 * @param filterable whether the list is narrowed by it; of choices and of yes and no
 * @param totalled whether it is added up along the tree of places
 * @param sensitive whether it is masked until somebody gives a reason
 * @param unit as it is written behind a number
 * @param measure what its total counts, for the metric
 * @param decimals how many a number may have
 * @param retired asked no longer, still shown where it was filled in
 */
public record RegisterColumn(
        String code,
        String label,
        String hint,
        String group,
        Kind kind,
        boolean required,
        boolean key,
        boolean listed,
        boolean filterable,
        boolean totalled,
        boolean sensitive,
        String unit,
        @Nullable MetricUnit measure,
        int decimals,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Choice> choices,
        boolean retired) {

    private static final int MOST_DECIMALS = 4;

    /** What is entered. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        /** Yuan with two decimals. */
        MONEY,
        DATE,
        MONTH,
        YES_NO,
        CHOICE,
        PERSON,
        ORGANISATION,
        PLACE,
        /** Never required: nobody is forced to photograph what he has written down. */
        FILE;

        /** Whether it is typed as a name and found. */
        public boolean isLookedUp() {
            return this == PERSON || this == ORGANISATION || this == PLACE;
        }

        public boolean isNumber() {
            return this == NUMBER || this == MONEY;
        }
    }

    /** One of several answers. A retired one stays readable and is offered no longer. */
    public record Choice(String code, String label, boolean retired) {

        public Choice {
            if (!code.matches("[a-zA-Z0-9-]{1,40}") || label == null || label.isBlank()) {
                throw new IllegalArgumentException("Not a choice: " + code + " " + label);
            }
        }
    }

    public RegisterColumn {
        if (!code.matches("[a-z][a-zA-Z0-9]{0,39}")) {
            throw new IllegalArgumentException("Not a code of a column: " + code);
        }
        Objects.requireNonNull(kind, "kind");
        if (label == null || label.isBlank()) {
            throw new IllegalArgumentException("The column " + code + " has no label");
        }
        hint = hint == null ? "" : hint;
        group = group == null ? "" : group;
        unit = unit == null ? "" : unit;
        choices = choices == null ? List.of() : List.copyOf(choices);
        if (kind != Kind.CHOICE && !choices.isEmpty()
                || choices.stream().map(Choice::code).distinct().count() != choices.size()) {
            throw new IllegalArgumentException("The choices of the column " + code + " cannot be");
        }
        if (kind == Kind.FILE && required) {
            throw new IllegalArgumentException("The file " + code + " is required of nobody");
        }
        if (!kind.isNumber() && (totalled || min != null || max != null)
                || min != null && max != null && min.compareTo(max) > 0
                || decimals < 0
                || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("The limits of the column " + code + " cannot be");
        }
        if (filterable && kind != Kind.CHOICE && kind != Kind.YES_NO) {
            throw new IllegalArgumentException("Nothing is filtered by the column " + code);
        }
        if (sensitive && (kind != Kind.TEXT && kind != Kind.LONG_TEXT || key)) {
            throw new IllegalArgumentException("Only texts are sensitive, and no keys: " + code);
        }
    }

    public Optional<Choice> choice(String wanted) {
        return choices.stream().filter(choice -> choice.code().equals(wanted)).findFirst();
    }

    /** Those that may be chosen now. */
    public List<Choice> offered() {
        return choices.stream().filter(choice -> !choice.retired()).toList();
    }

    /** How many decimals are kept. */
    public int scale() {
        return kind == Kind.MONEY ? 2 : decimals;
    }

    /** Its own, worded as the other has them, and those that only the other has. */
    List<Choice> choicesWith(RegisterColumn other) {
        return Stream.concat(
                        choices.stream()
                                .map(choice -> other.choice(choice.code()).orElse(choice)),
                        other.choices().stream()
                                .filter(choice -> choice(choice.code()).isEmpty()))
                .toList();
    }

    RegisterColumn worded(String newLabel, String newHint, List<Choice> newChoices) {
        return new RegisterColumn(
                code,
                newLabel,
                newHint,
                group,
                kind,
                required,
                key,
                listed,
                filterable,
                totalled,
                sensitive,
                unit,
                measure,
                decimals,
                min,
                max,
                newChoices,
                retired);
    }

    RegisterColumn used(boolean nowRequired, boolean nowListed, boolean nowRetired) {
        return new RegisterColumn(
                code,
                label,
                hint,
                group,
                kind,
                nowRequired && !nowRetired,
                key,
                nowListed,
                filterable,
                totalled,
                sensitive,
                unit,
                measure,
                decimals,
                min,
                max,
                choices,
                nowRetired);
    }
}
