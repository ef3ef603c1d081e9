package io.qiangcun.core.register;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is entered in a row, by the codes of its columns, as it is kept: days as 2026-11-22, months as 2026-11, numbers
 * with a point, choices and persons by what identifies them.
 *
 * @param names how persons, organisations and places were called when they were entered
 */
public record Cells(Map<String, String> values, Map<String, String> names) {

    public static final Cells EMPTY = new Cells(Map.of(), Map.of());

    public Cells {
        values = Map.copyOf(values);
        names = Map.copyOf(names);
    }

    public static Cells of(Map<String, String> values) {
        return new Cells(values, Map.of());
    }

    public String get(String column) {
        return values.getOrDefault(column, "");
    }

    public boolean has(String column) {
        return values.containsKey(column);
    }

    /** As people read it, but for the words of choices and of yes and no, which the definition and the bundles know. */
    public String shown(RegisterColumn column) {
        var value = get(column.code());
        return switch (column.kind()) {
            case CHOICE ->
                column.choice(value).map(RegisterColumn.Choice::label).orElse(value);
            case PERSON, ORGANISATION, PLACE -> names.getOrDefault(column.code(), value);
            default -> value;
        };
    }

    /** The first character is enough to tell whether it is the right one. */
    public static String masked(String value) {
        return value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1)) + "＊＊＊";
    }

    /** With what the other says instead. */
    public Cells with(Cells other) {
        var merged = new HashMap<>(values);
        merged.putAll(other.values);
        var called = new HashMap<>(names);
        called.putAll(other.names);
        return new Cells(merged, called);
    }

    String title(RegisterDefinition definition) {
        return definition.titled().stream()
                .map(definition::column)
                .map(this::shown)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** All that may be searched in. */
    String searched(RegisterDefinition definition) {
        return definition.columns().stream()
                .filter(column -> !column.sensitive())
                .map(this::shown)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    Map<String, String> inOrder() {
        return new TreeMap<>(values);
    }
}
