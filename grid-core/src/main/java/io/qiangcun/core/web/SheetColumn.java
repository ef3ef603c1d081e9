package io.qiangcun.core.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a sheet that is filled in by hand.
 *
 * @param field of the form that a line stands for
 * @param label what the page calls the field; the heading begins with it
 * @param others what the heading may be instead
 * @param hint what is expected, in brackets behind the label; empty where nothing has to be said
 * @param offered the words to choose from; none where anything may be written
 */
public record SheetColumn(
        String field,
        String label,
        List<String> others,
        boolean required,
        boolean isDay,
        String hint,
        List<String> offered) {

    public SheetColumn {
        others = List.copyOf(others);
        offered = List.copyOf(offered);
    }

    public static SheetColumn named(String field, String label) {
        return new SheetColumn(field, label, List.of(), false, false, "", List.of());
    }

    /** Sheets of other programs call it otherwise. */
    public SheetColumn or(String... headings) {
        return new SheetColumn(field, label, List.of(headings), required, isDay, hint, offered);
    }

    public SheetColumn require() {
        return new SheetColumn(field, label, others, true, isDay, hint, offered);
    }

    public SheetColumn day() {
        return new SheetColumn(field, label, others, required, true, hint, offered);
    }

    public SheetColumn hint(String expected) {
        return new SheetColumn(field, label, others, required, isDay, expected, offered);
    }

    public SheetColumn offer(List<String> words) {
        return new SheetColumn(field, label, others, required, isDay, hint, words);
    }

    List<String> headings() {
        return Stream.concat(Stream.of(label), others.stream()).toList();
    }

    /** The heading of the empty sheet: the label, with what is expected in brackets. */
    public String heading(Messages messages) {
        var notes = new ArrayList<String>();
        if (required) {
            notes.add(messages.get("core.sheet.required"));
        }
        if (!hint.isEmpty()) {
            notes.add(hint);
        }
        if (isDay) {
            notes.add(messages.get("core.sheet.as.DATE"));
        }
        return notes.isEmpty() ? label : messages.get("core.sheet.heading", label, String.join("，", notes));
    }
}
