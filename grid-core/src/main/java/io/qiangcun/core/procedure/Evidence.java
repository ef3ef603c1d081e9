package io.qiangcun.core.procedure;

import java.util.Map;
import java.util.TreeMap;

/** What was entered about a step, by the codes of its fields. */
record Evidence(Map<String, String> values) {

    Evidence {
        values = Map.copyOf(values);
    }

    /** Under which the name of a person is kept, beside the id. */
    static String nameOf(EvidenceField field) {
        return field.code() + ".name";
    }

    /** What the fields asked for with the outcome, without blanks and strangers. */
    static Evidence of(Step step, Outcome outcome, Map<String, String> entered) {
        var kept = new TreeMap<String, String>();
        step.fields().stream()
                .filter(field -> field.isAskedWith(outcome.code()))
                .forEach(field -> {
                    var value = entered.getOrDefault(field.code(), "")
                            .replace("\r\n", "\n")
                            .strip();
                    if (!value.isEmpty()) {
                        kept.put(field.code(), value);
                        var name = entered.get(nameOf(field));
                        if (field.kind() == EvidenceField.Kind.PERSON && name != null) {
                            kept.put(nameOf(field), name);
                        }
                    }
                });
        return new Evidence(kept);
    }
}
