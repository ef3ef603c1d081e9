package io.qiangcun.core.register.web;

import io.qiangcun.core.register.Cells;
import io.qiangcun.core.register.RegisterColumn;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RowId;
import io.qiangcun.core.register.RowView;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is typed.
 *
 * @param id made when the form was rendered
 * @param cells by column; of persons, organisations and places what identifies the one that was chosen
 * @param names by column, the names typed to find them
 */
record RowForm(
        String id,
        String version,
        String place,
        String parent,
        Map<String, String> cells,
        Map<String, String> names,
        String reason) {

    RowForm {
        id = given(id);
        version = given(version);
        place = given(place);
        parent = given(parent);
        cells = given(cells);
        names = given(names);
        reason = given(reason);
    }

    static RowForm empty(String place, String parent) {
        return new RowForm(RowId.next().toString(), "", place, parent, Map.of(), Map.of(), "");
    }

    /** What is masked is not sent to the page; left blank, it stays. */
    static RowForm of(RowView row) {
        var cells = new HashMap<String, String>();
        row.definition().asked().stream()
                .filter(column -> !column.sensitive())
                .forEach(column -> cells.put(column.code(), row.cells().get(column.code())));
        return new RowForm(
                row.id().toString(),
                Long.toString(row.version()),
                row.place().code().value(),
                "",
                cells,
                row.cells().names(),
                "");
    }

    RowForm basedOn(RowView row) {
        return new RowForm(id, Long.toString(row.version()), place, parent, cells, names, reason);
    }

    RowForm choosing(Map<String, String> chosen) {
        var merged = new HashMap<>(cells);
        merged.putAll(chosen);
        return new RowForm(id, version, place, parent, merged, names, reason);
    }

    /** The value typed for a column. */
    public String typed(RegisterColumn column) {
        return column.kind().isLookedUp()
                ? names.getOrDefault(column.code(), "")
                : cells.getOrDefault(column.code(), "");
    }

    Cells asCells(RegisterDefinition definition) {
        var kept = new HashMap<>(cells);
        definition.columns().stream()
                .filter(column -> column.kind().isLookedUp())
                .filter(column -> names.getOrDefault(column.code(), "").isBlank())
                .forEach(column -> kept.remove(column.code()));
        return new Cells(kept, names);
    }

    private static Map<String, String> given(@Nullable Map<String, String> typed) {
        var kept = new HashMap<String, String>();
        if (typed != null) {
            typed.forEach((code, value) -> kept.put(code, Objects.requireNonNullElse(value, "")));
        }
        return kept;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
