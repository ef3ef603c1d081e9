package io.qiangcun.core.procedure;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is written down, or attached, when a step is taken.
 *
 * @param required never of a file: nobody is forced to photograph what he has written down
 * @param min smallest number, or null
 * @param max largest number, or null
 * @param only the outcomes with which it is asked; empty for all
 * @param unique whether no two cases of the county may have the same
 * @param own whether a county added it
 */
public record EvidenceField(
        String code,
        String label,
        String hint,
        Kind kind,
        boolean required,
        @Nullable Integer min,
        @Nullable Integer max,
        List<Choice> choices,
        List<String> only,
        boolean unique,
        boolean own) {

    /** What is entered. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        NUMBER,
        CHOICE,
        YES_NO,
        PERSON_NAME,
        FILE
    }

    /** One of several answers. */
    public record Choice(String code, String label) {}

    public EvidenceField {
        if (!code.matches("[a-z][a-zA-Z0-9]{0,39}")) {
            throw new IllegalArgumentException("Not a code of a field: " + code);
        }
        hint = hint == null ? "" : hint;
        choices = choices == null ? List.of() : List.copyOf(choices);
        only = only == null ? List.of() : List.copyOf(only);
        if (label.isBlank()) {
            throw new IllegalArgumentException("The field " + code + " has no label");
        }
        if ((kind == Kind.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("The field " + code + " has choices if it is a choice");
        }
        if (choices.stream().map(Choice::code).distinct().count() != choices.size()) {
            throw new IllegalArgumentException("The field " + code + " names a choice twice");
        }
        if (kind == Kind.FILE && required) {
            throw new IllegalArgumentException("The file " + code + " is required of nobody");
        }
        if (kind != Kind.NUMBER && (min != null || max != null) || min != null && max != null && min > max) {
            throw new IllegalArgumentException("The field " + code + " has impossible limits");
        }
    }

    public boolean isAskedWith(String outcome) {
        return only.isEmpty() || only.contains(outcome);
    }

    static void requireDistinct(List<EvidenceField> fields) {
        var codes = new HashSet<String>();
        fields.forEach(field -> {
            if (!codes.add(field.code)) {
                throw new IllegalArgumentException("Two fields are called " + field.code);
            }
        });
    }
}
