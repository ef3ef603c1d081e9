package io.qiangcun.core.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.warning.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A register as its text has it. A value that cannot be wrong.
 *
 * @param theme under which it is listed
 * @param order among all registers
 * @param of the register whose rows its own belong to, or null
 * @param levels of the places its rows belong to
 * @param writtenBy the levels of the accounts that write it, each for the places in its jurisdiction
 * @param readBy the lowest level that reads it
 * @param figure whether its number is what there is, or what came in a month
 * @param measure what its rows are counted in
 * @param titled the columns whose values name a row; the first one if none
 * @param from the day from which a row counts; the day it was recorded if none
 * @param until the last day on which it counts
 * @param remindDays how many days before that day somebody is reminded
 * @param ahead whether a row of a month may be of a day to come, as what is booked
 * @param open whether anybody reads its rows as long as they count, with their photos and without what names a person
 * @param letter how a row of it is sent to somebody, or null
 * @param own whether a county made it
 */
public record RegisterDefinition(
        String code,
        String title,
        String summary,
        String theme,
        int order,
        @Nullable String of,
        List<PlaceKind> levels,
        List<PlaceKind> writtenBy,
        PlaceKind readBy,
        Finding.@Nullable Basis basis,
        Figure figure,
        MetricUnit measure,
        List<String> titled,
        @Nullable String from,
        @Nullable String until,
        @Nullable Integer remindDays,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ahead,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean open,
        List<RegisterColumn> columns,
        List<CountRule> rules,
        @Nullable FollowUp followUp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Letter letter,
        List<RegisterShare> shares,
        boolean own,
        boolean retired) {

    /** What the number of a register counts. */
    public enum Figure {
        /** The rows that are current on the last day asked about. */
        CURRENT,
        /** The rows of the month. */
        MONTHLY
    }

    public RegisterDefinition {
        if (!code.matches("[a-z]+\\.[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a code of a register: " + code);
        }
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("The register " + code + " has no title");
        }
        summary = summary == null ? "" : summary;
        theme = theme == null ? "" : theme;
        levels = levels == null ? List.of(PlaceKind.VILLAGE) : List.copyOf(levels);
        writtenBy = writtenBy == null ? List.of(PlaceKind.VILLAGE) : List.copyOf(writtenBy);
        readBy = readBy == null ? PlaceKind.VILLAGE : readBy;
        figure = figure == null ? Figure.CURRENT : figure;
        measure = measure == null ? MetricUnit.ITEMS : measure;
        columns = List.copyOf(columns);
        rules = rules == null ? List.of() : List.copyOf(rules);
        shares = shares == null ? List.of() : List.copyOf(shares);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The register " + code + " has no columns");
        }
        titled = titled == null || titled.isEmpty() ? List.of(columns.get(0).code()) : List.copyOf(titled);
        new Check(code, columns).check(titled, from, until, remindDays, rules, followUp, shares, of, readBy);
        if (letter != null && (of == null || from == null)) {
            throw new IllegalArgumentException("The letters of " + code + " are no log of rows, with days");
        }
    }

    public Optional<RegisterColumn> find(String column) {
        return columns.stream().filter(known -> known.code().equals(column)).findFirst();
    }

    public RegisterColumn column(String wanted) {
        return find(wanted).orElseThrow(() -> new IllegalArgumentException("No column " + wanted + " of " + code));
    }

    /** Those that are asked. */
    public List<RegisterColumn> asked() {
        return columns.stream()
                .filter(column -> !column.retired() && column.kind() != Kind.FILE)
                .toList();
    }

    /** Those the list shows. */
    public List<RegisterColumn> listed() {
        return asked().stream().filter(RegisterColumn::listed).toList();
    }

    public List<RegisterColumn> filterable() {
        return asked().stream().filter(RegisterColumn::filterable).toList();
    }

    public List<RegisterColumn> totalled() {
        return asked().stream().filter(RegisterColumn::totalled).toList();
    }

    /** What may be attached to a row. */
    public List<RegisterColumn> files() {
        return columns.stream()
                .filter(column -> column.kind() == Kind.FILE && !column.retired())
                .toList();
    }

    public boolean hasSensitive() {
        return columns.stream().anyMatch(RegisterColumn::sensitive);
    }

    /** The columns under their headings, in the order of the text. */
    public Map<String, List<RegisterColumn>> groups() {
        var groups = new LinkedHashMap<String, List<RegisterColumn>>();
        columns.stream().filter(column -> column.kind() != Kind.FILE).forEach(column -> groups.computeIfAbsent(
                        column.group(), any -> new ArrayList<>())
                .add(column));
        return groups;
    }

    /** How long the code of a place is at most whose accounts read it; null if all do. */
    @Nullable
    Integer readDigits() {
        return readBy == PlaceKind.VILLAGE ? null : readBy.digits();
    }

    public boolean isReadBy(PlaceKind level) {
        return readBy == PlaceKind.VILLAGE || level.digits() <= readBy.digits();
    }

    /** Whether the account of the jurisdiction writes rows of the place. */
    public boolean isWrittenBy(Jurisdiction jurisdiction, PlaceCode place) {
        return jurisdiction.covers(place) && levels.contains(place.kind()) && isWrittenBy(jurisdiction);
    }

    /** Whether the account of the jurisdiction writes any. */
    public boolean isWrittenBy(Jurisdiction jurisdiction) {
        return !retired
                && !jurisdiction.equals(Jurisdiction.nowhere())
                && writtenBy.contains(jurisdiction.level())
                && levels.stream()
                        .anyMatch(
                                level -> level.digits() >= jurisdiction.level().digits());
    }

    /** The level of those who have to move when something is missing: the lowest that writes. */
    PlaceKind holder() {
        return writtenBy.stream()
                .max(java.util.Comparator.comparingInt(PlaceKind::digits))
                .orElse(PlaceKind.COUNTY);
    }

    /** Checks what may refer to what. */
    private record Check(String code, List<RegisterColumn> columns) {

        void check(
                List<String> titled,
                @Nullable String from,
                @Nullable String until,
                @Nullable Integer remindDays,
                List<CountRule> rules,
                @Nullable FollowUp followUp,
                List<RegisterShare> shares,
                @Nullable String of,
                PlaceKind readBy) {
            var known = new HashSet<String>();
            columns.forEach(column -> require(known.add(column.code()), "two columns are called " + column.code()));
            titled.forEach(name -> require(!column(name).sensitive(), "a sensitive column names its rows: " + name));
            if (from != null) {
                require(isDay(from), from + " is no day");
            }
            if (until != null) {
                require(isDay(until) && !until.equals(from), until + " is no last day");
            }
            require(remindDays == null || until != null && remindDays > 0, "nothing ends that one could remind of");
            var ruleCodes = new HashSet<String>();
            rules.forEach(rule -> {
                require(ruleCodes.add(rule.code()), "two rules are called " + rule.code());
                require(
                        rule.per() == CountRule.Per.PLACE || of != null,
                        "a rule counts for rows it does not belong to");
            });
            require(followUp == null || of != null && from != null, "a follow-up is a log of rows, with days");
            shares.forEach(share -> column(share.filled()));
            require(
                    readBy == PlaceKind.VILLAGE || columns.stream().noneMatch(column -> column.kind() == Kind.FILE),
                    "files are read wherever the row is");
        }

        private boolean isDay(String name) {
            var kind = column(name).kind();
            return kind == Kind.DATE || kind == Kind.MONTH;
        }

        private RegisterColumn column(String name) {
            return columns.stream()
                    .filter(column -> column.code().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(code + " refers to a column it has not: " + name));
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException("In " + code + " " + otherwise);
            }
        }
    }

    /** The same with what a county may change. */
    RegisterDefinition with(
            String newTitle,
            String newSummary,
            String newTheme,
            @Nullable Integer newRemindDays,
            List<RegisterColumn> newColumns,
            List<CountRule> newRules,
            @Nullable FollowUp newFollowUp,
            boolean nowRetired) {
        return new RegisterDefinition(
                code,
                newTitle,
                newSummary,
                newTheme,
                order,
                of,
                levels,
                writtenBy,
                readBy,
                basis,
                figure,
                measure,
                titled,
                from,
                until,
                newRemindDays,
                ahead,
                open,
                newColumns,
                newRules,
                newFollowUp,
                letter,
                shares,
                own,
                nowRetired);
    }

    /**
     * What a county said of a register that came with the application, upon a newer text of it: its words and limits
     * stay, what is new comes along.
     */
    RegisterDefinition upon(RegisterDefinition base) {
        return base.with(
                title,
                summary,
                theme,
                base.until() == null ? null : remindDays,
                base.columns().stream()
                        .map(column -> find(column.code())
                                .map(said -> column.worded(said.label(), said.hint(), column.choicesWith(said)))
                                .orElse(column))
                        .toList(),
                base.rules().stream()
                        .map(rule -> rules.stream()
                                .filter(said -> said.code().equals(rule.code()))
                                .findFirst()
                                .orElse(rule))
                        .toList(),
                base.followUp() == null || followUp == null ? base.followUp() : followUp,
                retired);
    }

    String requireParent() {
        return Objects.requireNonNull(of, code);
    }
}
