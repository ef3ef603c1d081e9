package io.qiangcun.services.callback.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is typed during a call.
 *
 * @param answers by the code of the question
 * @param settled what was done about what he said
 */
record CallbackForm(String act, Map<String, String> answers, String note, String settled) {

    CallbackForm {
        act = Objects.requireNonNullElse(act, "");
        answers = new HashMap<>(Objects.requireNonNullElse(answers, Map.of())); // bound key by key
        note = Objects.requireNonNullElse(note, "");
        settled = Objects.requireNonNullElse(settled, "");
    }
}
