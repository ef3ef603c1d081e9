package io.qiangcun.core.procedure.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A county's copy as it was typed.
 *
 * @param copy made when the form was rendered
 * @param seen the edition of the copy that there was then
 * @param texts by step and what they are about
 * @param source the county's own text
 */
record CopyForm(@Nullable UUID copy, @Nullable Integer seen, Map<String, String> texts, String source, String reason) {

    CopyForm {
        var kept = new HashMap<String, String>();
        if (texts != null) {
            texts.forEach((about, typed) -> kept.put(about, typed == null ? "" : typed));
        }
        texts = kept;
        source = source == null ? "" : source;
        reason = reason == null ? "" : reason;
    }

    /** What was typed, or what there is. */
    public String typed(String step, String about, @Nullable Object otherwise) {
        var typed = texts.get(step + "." + about);
        return typed != null ? typed : otherwise == null ? "" : otherwise.toString();
    }
}
