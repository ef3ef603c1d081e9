package io.qiangcun.core.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a sheet that is filled in by hand.
 *
 * @param field of the form that a line stands for
 * @param label what the page calls the field; the heading begins with it
 * @param hint what is expected, in brackets behind the label; empty where nothing has to be said
 * @param offered the words to choose from; none where anything may be written
 */
public record SheetColumn(
        String field, String label, boolean required, boolean isDay, String hint, List<String> offered) {

    public SheetColumn {
        offered = List.copyOf(offered);
    }

    public static SheetColumn named(String field, String label) {
        return new SheetColumn(field, label, false, false, "", List.of());
    }

    public SheetColumn require() {
        return new SheetColumn(field, label, true, isDay, hint, offered);
    }

    public SheetColumn day() {
        return new SheetColumn(field, label, required, true, hint, offered);
    }

    public SheetColumn hint(String expected) {
        return new SheetColumn(field, label, required, isDay, expected, offered);
    }

    public SheetColumn offer(List<String> words) {
        return new SheetColumn(field, label, required, isDay, hint, words);
    }

    String heading(Messages messages) {
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
