package io.qiangcun.core.register.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a county types it.
 *
 * @param edition made when the form was rendered
 * @param seen the county's edition that there was then
 * @param texts by what they are about
 * @param source the county's own text
 */
record DefineForm(String edition, String seen, Map<String, String> texts, String source, String reason) {

    DefineForm {
        edition = given(edition);
        seen = given(seen);
        source = given(source);
        reason = given(reason);
        var kept = new HashMap<String, String>();
        if (texts != null) {
            texts.forEach((about, typed) -> kept.put(about, given(typed)));
        }
        texts = kept;
    }

    /** With the column that names the rows, which is always asked and listed. */
    DefineForm withNames(String column) {
        var more = new HashMap<>(texts);
        more.put(column + ".required", "yes");
        more.put(column + ".listed", "yes");
        return new DefineForm(edition, seen, more, source, reason);
    }

    /** What was typed, or what there is. */
    public String typed(String about, @Nullable Object otherwise) {
        var typed = texts.get(about);
        return typed != null ? typed : Objects.toString(otherwise, "");
    }

    /** Whether a box is ticked; before anything was sent, whether the thing is so. */
    public boolean ticked(String about, boolean otherwise) {
        return texts.containsKey("seen") ? "yes".equals(texts.get(about)) : otherwise;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
