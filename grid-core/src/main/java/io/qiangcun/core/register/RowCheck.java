package io.qiangcun.core.register;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterDefinition.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a row and says all that is wrong with it. A pure function of the definition and the day. */
public record RowCheck(RegisterDefinition definition, LocalDate today) {

    private static final int SHORT = 200;
    private static final int LONG = 4000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final String KEY = "core.register.refused.";

    /** What can be kept, if nothing is wrong. */
    public record Checked(Cells cells, List<Problem> problems) {

        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param typed by column, as people write
     * @param found persons, organisations and places that were looked up already
     * @param before what the row said until now; a choice that is offered no longer may stay
     */
    public Checked check(Map<String, String> typed, Cells found, Cells before) {
        var problems = new ArrayList<Problem>();
        var values = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        for (var column : definition.columns()) {
            if (column.kind() == Kind.FILE) {
                continue;
            }
            if (column.retired()) {
                keep(column, before, values, names);
            } else if (column.kind().isLookedUp()) {
                keep(column, found, values, names);
                requireFilled(column, values, problems);
            } else {
                read(column, typed.getOrDefault(column.code(), ""), before, values, problems);
            }
        }
        if (problems.isEmpty()) {
            checkTerm(values, problems);
        }
        return new Checked(new Cells(values, names), problems);
    }

    private static void keep(RegisterColumn column, Cells from, Map<String, String> values, Map<String, String> names) {
        if (from.has(column.code())) {
            values.put(column.code(), from.get(column.code()));
            var name = from.names().get(column.code());
            if (name != null) {
                names.put(column.code(), name);
            }
        }
    }

    private void read(
            RegisterColumn column, String typed, Cells before, Map<String, String> values, List<Problem> problems) {
        if (typed.isBlank()) {
            if (column.sensitive() && before.has(column.code())) {
                values.put(column.code(), before.get(column.code()));
            }
            requireFilled(column, values, problems);
            return;
        }
        var read = Typing.read(column, typed);
        if (read.isEmpty()) {
            add(problems, column, unreadable(column), column.label(), column.scale());
            return;
        }
        var value = read.get();
        switch (column.kind()) {
            case TEXT -> checkLength(column, value, SHORT, problems);
            case LONG_TEXT -> checkLength(column, value, LONG, problems);
            case NUMBER, MONEY -> checkLimits(column, new BigDecimal(value), problems);
            case DATE -> checkDay(column, LocalDate.parse(value), problems);
            case MONTH -> checkDay(column, YearMonth.parse(value).atDay(1), problems);
            case YES_NO -> {
                if (!Set.of("yes", "no").contains(value)) {
                    add(problems, column, "no-choice", column.label());
                }
            }
            case CHOICE -> {
                var choice = column.choice(value);
                if (choice.isEmpty()
                        || choice.get().retired() && !before.get(column.code()).equals(value)) {
                    add(problems, column, "no-choice", column.label());
                }
            }
            default -> {}
        }
        values.put(column.code(), value);
    }

    private static String unreadable(RegisterColumn column) {
        return switch (column.kind()) {
            case DATE -> "not-a-date";
            case MONTH -> "not-a-month";
            case CHOICE -> "no-choice";
            default -> column.scale() == 0 ? "not-a-whole-number" : "not-a-number";
        };
    }

    private static void requireFilled(RegisterColumn column, Map<String, String> values, List<Problem> problems) {
        if (column.required() && !values.containsKey(column.code())) {
            add(problems, column, "missing", column.label());
        }
    }

    private static void checkLength(RegisterColumn column, String value, int longest, List<Problem> problems) {
        if (value.length() > longest) {
            add(problems, column, "too-long", column.label(), longest);
        }
    }

    private static void checkLimits(RegisterColumn column, BigDecimal number, List<Problem> problems) {
        var min = column.min();
        var max = column.max();
        if (min != null && number.compareTo(min) < 0) {
            add(problems, column, "too-small", column.label(), min.toPlainString());
        }
        if (max != null && number.compareTo(max) > 0) {
            add(problems, column, "too-large", column.label(), max.toPlainString());
        }
    }

    private void checkDay(RegisterColumn column, LocalDate day, List<Problem> problems) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            add(problems, column, "not-a-date", column.label());
        } else if (definition.figure() == Figure.MONTHLY
                && !definition.ahead()
                && column.code().equals(definition.from())
                && day.isAfter(today)) {
            add(problems, column, "day-future", column.label());
        }
    }

    private void checkTerm(Map<String, String> values, List<Problem> problems) {
        var from = definition.from() == null ? null : dayOf(values.get(definition.from()), false);
        var until = definition.until() == null ? null : dayOf(values.get(definition.until()), true);
        if (from != null && until != null && until.isBefore(from)) {
            var column = definition.column(Objects.requireNonNull(definition.until()));
            add(
                    problems,
                    column,
                    "ends-before-it-begins",
                    column.label(),
                    definition.column(Objects.requireNonNull(definition.from())).label());
        }
    }

    /** The first day, or the last, of what is a day or a month. */
    static @Nullable LocalDate dayOf(@Nullable String value, boolean last) {
        if (value == null) {
            return null;
        }
        if (value.length() == "2026-11-22".length()) {
            return LocalDate.parse(value);
        }
        var month = YearMonth.parse(value);
        return last ? month.atEndOfMonth() : month.atDay(1);
    }

    /** When a row with these cells counts. */
    Currency currency(Cells cells, LocalDate recordedOn) {
        var from = definition.from() == null ? null : dayOf(cells.values().get(definition.from()), false);
        var until = definition.until() == null ? null : dayOf(cells.values().get(definition.until()), true);
        return new Currency(from == null ? recordedOn : from, until, null, false);
    }

    /** The columns that together occur once in a place, or beneath the row they belong to. */
    List<RegisterColumn> keys() {
        return definition.columns().stream()
                .filter(column -> column.key() && !column.retired())
                .toList();
    }

    /** What no two rows of a place, or of the row they belong to, may have in common. */
    @Nullable
    String keyOf(Cells cells) {
        var keys = keys().stream().map(column -> cells.get(column.code())).toList();
        return keys.isEmpty() || keys.stream().allMatch(String::isEmpty) ? null : String.join("|", keys);
    }

    private static void add(List<Problem> problems, RegisterColumn column, String key, Object... arguments) {
        problems.add(Problem.of("cells[" + column.code() + "]", KEY + key, arguments));
    }
}
