package io.qiangcun.party.activity;

import java.util.List;

/** One thing wrong with a record, and the field that says it. */
public record Problem(String field, String messageKey, List<Object> arguments) {

    static Problem of(String field, String key, Object... arguments) {
        return new Problem(field, "party.activity.problem." + key, List.of(arguments));
    }
}
