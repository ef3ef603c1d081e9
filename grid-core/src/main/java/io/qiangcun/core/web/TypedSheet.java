package io.qiangcun.core.web;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.sheet.RowSheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** A sheet whose lines are read as if each had been typed into a form; what is wrong is kept by line and column. */
public final class TypedSheet {

    private final RowSheet sheet;
    private final Map<String, SheetColumn> columns = new LinkedHashMap<>();
    private final Map<String, Integer> at = new HashMap<>();
    private final Map<String, String> called = new HashMap<>();
    private final Map<Integer, List<Problem>> problems = new LinkedHashMap<>();
    private final Messages messages;

    private TypedSheet(RowSheet sheet, List<SheetColumn> columns, Messages messages) {
        this.sheet = sheet;
        columns.forEach(column -> this.columns.put(column.field(), column));
        this.messages = messages;
        columns.forEach(column -> column.headings().stream()
                .filter(heading -> sheet.columnOf(heading) >= 0)
                .findFirst()
                .ifPresent(heading -> {
                    at.put(column.field(), sheet.columnOf(heading));
                    called.put(column.field(), heading);
                }));
    }

    /** @throws RowSheet.Unreadable if it is no sheet, or none with these columns */
    public static TypedSheet read(byte[] workbook, List<SheetColumn> columns, RowSheet.Limits most, Messages messages) {
        var labels = columns.stream()
                .flatMap(column -> column.headings().stream())
                .distinct()
                .toList();
        return new TypedSheet(RowSheet.read(workbook, labels, most), columns, messages);
    }

    /** One line, its cells named by the fields they stand for. */
    public final class Line {

        private final RowSheet.Line line;

        private Line(RowSheet.Line line) {
            this.line = line;
        }

        /** Where it stands in the sheet. */
        public int number() {
            return line.number();
        }

        /** As somebody would type it, without the blanks around it; empty where nothing was filled in. */
        public String text(String field) {
            var value = line.at(at.getOrDefault(field, -1));
            var column = columns.get(field);
            return (column != null && column.isDay() ? value.asTyped() : value.text()).strip();
        }

        /** Rejects those of the fields in which nothing was filled in. */
        public void require(BindingResult errors, String... fields) {
            for (var field : fields) {
                if (text(field).isEmpty()) {
                    errors.rejectValue(field, "core.sheet.required");
                }
            }
        }

        /** The value that is called what was typed. */
        public <T> Optional<T> choice(String field, T[] offered, Function<T, String> word) {
            return Arrays.stream(offered)
                    .filter(value -> word.apply(value).equals(text(field)))
                    .findFirst();
        }

        /** As {@link #choice}; what was typed and is not offered is rejected. */
        public <T> Optional<T> choice(String field, T[] offered, Function<T, String> word, BindingResult errors) {
            var chosen = choice(field, offered, word);
            if (chosen.isEmpty() && !text(field).isEmpty()) {
                errors.rejectValue(field, "core.sheet.not-offered", new Object[] {text(field)}, null);
            }
            return chosen;
        }
    }

    /** @throws RowSheet.Unreadable if a column is not there in which every line has to be filled in */
    public TypedSheet requireColumns() {
        var missing = columns.values().stream()
                .filter(column -> column.required() && !at.containsKey(column.field()))
                .map(SheetColumn::label)
                .toList();
        if (!missing.isEmpty()) {
            throw new RowSheet.Unreadable("missing-columns", String.join("、", missing));
        }
        return this;
    }

    public List<Line> lines() {
        return sheet.lines().stream().map(Line::new).toList();
    }

    /** What the lines say, except those with which something is wrong. */
    public <E> List<E> entries(BiFunction<Line, BindingResult, Optional<E>> reader) {
        var entries = new ArrayList<E>();
        for (var line : lines()) {
            var errors = new MapBindingResult(new HashMap<>(), "form");
            reader.apply(line, errors).ifPresent(entries::add);
            errors.getFieldErrors()
                    .forEach(error -> blame(
                            line.number(),
                            error.getField(),
                            messages.get(
                                    String.valueOf(error.getCode()),
                                    error.getArguments() == null ? new Object[0] : error.getArguments())));
        }
        return entries;
    }

    /** What was found when the entries were looked at together, by line. */
    public void add(Map<Integer, List<Problem>> found) {
        found.forEach((line, wrong) -> wrong.forEach(problem -> blame(
                line,
                problem.field(),
                messages.get(problem.messageKey(), problem.arguments().toArray()))));
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /** The same sheet with what is wrong in a last column. */
    public ReturnedSheet returned(String title) {
        return ReturnedSheet.of(sheet, title, problems, this::isDay, messages);
    }

    private boolean isDay(String heading) {
        return columns.values().stream()
                .anyMatch(column ->
                        column.isDay() && column.headings().stream().anyMatch(one -> heading.startsWith(one)));
    }

    private void blame(int line, @Nullable String field, String message) {
        var column = columns.get(field);
        problems.computeIfAbsent(line, number -> new ArrayList<>())
                .add(
                        column == null
                                ? Problem.of(field, "core.sheet.in-line", message)
                                : Problem.of(
                                        field,
                                        "core.sheet.in-column",
                                        called.getOrDefault(column.field(), column.label()),
                                        message));
    }
}
