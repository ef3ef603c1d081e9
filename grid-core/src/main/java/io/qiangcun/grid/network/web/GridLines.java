package io.qiangcun.grid.network.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlacesOfChoice.Choice;
import io.qiangcun.core.sheet.RowSheet;
import io.qiangcun.core.web.Messages;
import io.qiangcun.grid.network.GridTakeover.Entry;
import io.qiangcun.grid.network.GridType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.MapBindingResult;

/** The lines of a sheet of grids, each read as if it had been typed into the form. */
final class GridLines {

    static final List<String> FIELDS =
            List.of("village", "grid", "number", "name", "type", "households", "people", "centre", "from");

    private final RowSheet sheet;
    private final LocalDate today;
    private final Messages messages;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, List<PlaceCode>> villages;
    private final Map<Integer, List<Problem>> problems = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    GridLines(RowSheet sheet, List<Choice> places, LocalDate today, Messages messages) {
        this.sheet = sheet;
        this.today = today;
        this.messages = messages;
        FIELDS.forEach(field -> columns.put(field, sheet.columnOf(label(field, messages))));
        this.villages = places.stream()
                .filter(place -> place.code().kind() == PlaceKind.VILLAGE)
                .flatMap(place -> Stream.of(place.code().value(), place.name(), place.fullName())
                        .map(GridLines::squeezed)
                        .distinct()
                        .map(name -> Map.entry(name, place.code())))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        sheet.lines().forEach(this::read);
    }

    static String label(String field, Messages messages) {
        return messages.get(field.equals("village") ? "place.village" : "grid.network.field." + field);
    }

    static boolean isDay(String field) {
        return field.equals("from");
    }

    List<Entry> entries() {
        return entries;
    }

    /** By line number. */
    Map<Integer, List<Problem>> problems() {
        return problems;
    }

    /** What was found when the entries were looked at together. */
    void add(Map<Integer, List<Problem>> found) {
        found.forEach((line, wrong) -> wrong.forEach(problem -> blame(
                line,
                problem.field(),
                messages.get(problem.messageKey(), problem.arguments().toArray()))));
    }

    private void read(RowSheet.Line line) {
        var errors = new MapBindingResult(new HashMap<>(), "form");
        var village = villages.getOrDefault(squeezed(text(line, "village")), List.of());
        if (village.size() != 1) {
            errors.rejectValue(
                    "village",
                    village.isEmpty() ? "core.sheet.unknown" : "core.sheet.several",
                    new Object[] {text(line, "village"), village.size()},
                    null);
        }
        var from = text(line, "from");
        var form = new GridForm(
                "",
                text(line, "number"),
                text(line, "name"),
                type(text(line, "type"), errors),
                text(line, "households"),
                text(line, "people"),
                "",
                text(line, "centre"),
                from.isEmpty() ? today.toString() : from,
                "");
        var within = village.size() == 1 ? village.get(0) : new PlaceCode("000000000000");
        form.toOpening(within, errors)
                .ifPresent(grid -> entries.add(new Entry(
                        line.number(),
                        within,
                        text(line, "grid").isEmpty() ? null : text(line, "grid"),
                        grid.number(),
                        grid.name(),
                        grid.details(),
                        grid.from())));
        errors.getFieldErrors()
                .forEach(error -> blame(
                        line.number(),
                        error.getField(),
                        messages.get(
                                String.valueOf(error.getCode()),
                                error.getArguments() == null ? new Object[0] : error.getArguments())));
    }

    /** Most grids are for whoever lives there. */
    private String type(String typed, MapBindingResult errors) {
        if (typed.isEmpty()) {
            return GridType.COMPREHENSIVE.name();
        }
        return Arrays.stream(GridType.values())
                .filter(type -> messages.get(type.messageKey()).equals(typed))
                .map(Enum::name)
                .findFirst()
                .orElseGet(() -> {
                    errors.rejectValue("type", "core.sheet.not-offered", new Object[] {typed}, null);
                    return GridType.COMPREHENSIVE.name();
                });
    }

    private void blame(int line, @Nullable String field, String message) {
        problems.computeIfAbsent(line, number -> new ArrayList<>())
                .add(Problem.of(field, "core.sheet.in-column", field == null ? "" : label(field, messages), message));
    }

    private String text(RowSheet.Line line, String field) {
        var value = line.at(columns.getOrDefault(field, -1));
        return (isDay(field) ? value.asTyped() : value.text()).strip();
    }

    private static String squeezed(String name) {
        return name.replaceAll("[\\s·]+", "");
    }
}
