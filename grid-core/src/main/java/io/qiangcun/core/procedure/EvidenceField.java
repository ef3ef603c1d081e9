package io.qiangcun.core.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
 * @param among who may be named: the code of a {@link PersonChoices} bean
 * @param secret whether only the level that acts, and those above it, may read the answer
 * @param open whether a county may change what there is to choose from
 * @param columns what is written in each row of a list
 * @param of the earlier list whose rows this one follows, one by one
 * @param refers in a column: the earlier list of which it names a row
 * @param role in a column: what it means to those who watch over lists
 * @param source the code of the {@link FieldSource} that knows it from records, or null
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
        boolean own,
        @Nullable String among,
        boolean secret,
        boolean open,
        List<EvidenceField> columns,
        @Nullable ListOf of,
        @Nullable Reference refers,
        @Nullable Role role,
        @Nullable String source) {

    /** What is entered. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        DATE,
        NUMBER,
        CHOICE,
        YES_NO,
        PERSON_NAME,
        /** Somebody of whom the register of persons knows. */
        PERSON,
        /** A list of rows, each with the same columns. */
        ITEMS,
        /** In a column: a row of an earlier list, by its number. */
        ITEM,
        /** How many sheets were handed out and came back, and how many said what. */
        POLL,
        FILE;

        boolean isChosen() {
            return this == CHOICE || this == POLL;
        }
    }

    /** The list in another step's field. */
    public record ListOf(String step, String field) {}

    /** Names rows of another list: each of them at least once, or exactly once. */
    public record Reference(String step, String field, boolean once) {}

    /** What a column means. */
    public enum Role {
        TITLE,
        OWNER,
        DUE,
        DONE,
        SCORE
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
        columns = columns == null ? List.of() : List.copyOf(columns);
        if (label.isBlank()) {
            throw new IllegalArgumentException("The field " + code + " has no label");
        }
        if (kind.isChosen() == choices.isEmpty()) {
            throw new IllegalArgumentException("The field " + code + " has choices if it is a choice");
        }
        if ((kind == Kind.ITEMS) == columns.isEmpty()) {
            throw new IllegalArgumentException("The field " + code + " has columns if it is a list");
        }
        if ((kind == Kind.ITEM) == (refers == null)) {
            throw new IllegalArgumentException("The field " + code + " refers to a list if it names a row of it");
        }
        if ((kind == Kind.PERSON) == (among == null)) {
            throw new IllegalArgumentException("The field " + code + " says among whom, if it names a person");
        }
        requireDistinct(columns);
        if (source != null && (kind == Kind.ITEMS || kind == Kind.POLL || kind == Kind.FILE)) {
            throw new IllegalArgumentException("No record answers the list or file " + code);
        }
        if (choices.stream().map(Choice::code).distinct().count() != choices.size()) {
            throw new IllegalArgumentException("The field " + code + " names a choice twice");
        }
        if (kind == Kind.FILE && required) {
            throw new IllegalArgumentException("The file " + code + " is required of nobody");
        }
        if (kind != Kind.NUMBER && kind != Kind.ITEMS && (min != null || max != null)
                || min != null && max != null && min > max) {
            throw new IllegalArgumentException("The field " + code + " has impossible limits");
        }
    }

    /** Something to write, as counties add it. */
    static EvidenceField text(String code, String label, boolean required) {
        return new EvidenceField(
                code,
                label,
                "",
                Kind.LONG_TEXT,
                required,
                null,
                null,
                List.of(),
                List.of(),
                false,
                true,
                null,
                false,
                false,
                List.of(),
                null,
                null,
                null,
                null);
    }

    EvidenceField labelled(String newLabel, List<Choice> newChoices) {
        return new EvidenceField(
                code,
                newLabel,
                hint,
                kind,
                required,
                min,
                max,
                newChoices,
                only,
                unique,
                own,
                among,
                secret,
                open,
                columns,
                of,
                refers,
                role,
                source);
    }

    /** The column that means this. */
    public Optional<EvidenceField> column(Role wanted) {
        return columns.stream().filter(column -> column.role() == wanted).findFirst();
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
