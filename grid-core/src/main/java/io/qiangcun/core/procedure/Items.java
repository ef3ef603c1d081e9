package io.qiangcun.core.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a list that was written in one field, by the codes of its columns. */
public record Items(List<Map<String, String>> rows) {

    public static final Items NONE = new Items(List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    public Items {
        var copies = new ArrayList<Map<String, String>>();
        rows.forEach(row -> copies.add(Map.copyOf(row)));
        rows = List.copyOf(copies);
    }

    /** Nothing where it is not the text of a list. */
    public static Optional<Items> read(String text) {
        try {
            return Optional.of(text.isEmpty() ? NONE : new Items(JSON.readValue(text, ROWS)));
        } catch (JacksonException notAList) {
            return Optional.empty();
        }
    }

    /** As it was written in the field. */
    public static Items of(EvidenceField field, Map<String, String> evidence) {
        return read(evidence.getOrDefault(field.code(), "")).orElse(NONE);
    }

    /** As evidence keeps it. */
    public String text() {
        return rows.isEmpty()
                ? ""
                : JSON.writeValueAsString(rows.stream().map(TreeMap::new).toList());
    }

    public int size() {
        return rows.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public String value(int row, EvidenceField column) {
        return row < rows.size() ? rows.get(row).getOrDefault(column.code(), "") : "";
    }

    /** The sum of a column of numbers. */
    public int sum(EvidenceField column) {
        return rows.stream()
                .map(row -> row.getOrDefault(column.code(), ""))
                .filter(value -> value.matches("-?[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
