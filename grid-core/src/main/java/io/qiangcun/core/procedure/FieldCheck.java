package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with what was entered in the fields of a step; a pure function of that and of what was before. */
record FieldCheck(List<StepAct> acts, List<Problem> problems) {

    private static final int SHORT = 200;
    private static final int LONG = 4000;
    private static final int NAME = 50;
    private static final int MOST_ROWS = 100;
    private static final String KEY = "core.procedure.refused.";

    void check(Step step, Map<String, String> evidence, String outcome) {
        step.fields().stream()
                .filter(field -> field.isAskedWith(outcome))
                .forEach(field -> check(field, evidence.getOrDefault(field.code(), ""), field.code()));
    }

    private void check(EvidenceField field, String entered, String path) {
        var value = entered.strip();
        var at = "evidence[" + path + "]";
        if (value.isEmpty() && field.kind() != EvidenceField.Kind.ITEMS) {
            if (field.required()) {
                add(at, "field-missing", field.label());
            }
            return;
        }
        switch (field.kind()) {
            case TEXT -> checkLength(at, field, value, SHORT);
            case LONG_TEXT -> checkLength(at, field, value, LONG);
            case PERSON_NAME -> checkLength(at, field, value, NAME);
            case DATE -> {
                if (!isDate(value)) {
                    add(at, "field-not-a-date", field.label());
                }
            }
            case NUMBER -> checkNumber(at, field, value);
            case CHOICE -> {
                if (field.choices().stream().noneMatch(choice -> choice.code().equals(value))) {
                    add(at, "field-no-choice", field.label());
                }
            }
            case YES_NO -> {
                if (!value.equals("yes") && !value.equals("no")) {
                    add(at, "field-no-choice", field.label());
                }
            }
            case PERSON -> {
                if (!isId(value)) {
                    add(at, "field-no-choice", field.label());
                }
            }
            case ITEM -> checkReference(at, field, value);
            case ITEMS -> checkItems(at, field, value);
            case POLL -> checkPoll(field, value);
            case FILE -> {}
        }
    }

    private void checkLength(String at, EvidenceField field, String value, int longest) {
        if (value.length() > longest) {
            add(at, "field-too-long", field.label(), longest);
        }
    }

    private void checkNumber(String at, EvidenceField field, String value) {
        if (!isNumber(value)) {
            add(at, "field-not-a-number", field.label());
            return;
        }
        var number = Integer.parseInt(value);
        if (field.min() != null && number < field.min()) {
            add(at, "field-too-small", field.label(), field.min());
        }
        if (field.max() != null && number > field.max()) {
            add(at, "field-too-large", field.label(), field.max());
        }
    }

    private void checkItems(String at, EvidenceField field, String value) {
        var read = Items.read(value);
        if (read.isEmpty()) {
            add(at, "field-not-a-list", field.label());
            return;
        }
        var items = read.get();
        var of = field.of();
        var least = field.min() == null ? (field.required() ? 1 : 0) : field.min();
        var most = field.max() == null ? MOST_ROWS : field.max();
        if (of != null && items.size() != earlier(of.step(), of.field()).size()) {
            add(
                    at,
                    "list-not-complete",
                    field.label(),
                    earlier(of.step(), of.field()).size());
        } else if (of == null && items.size() < least) {
            add(at, "list-too-short", field.label(), least);
        } else if (items.size() > most) {
            add(at, "list-too-long", field.label(), most);
        }
        for (var row = 0; row < items.size(); row++) {
            for (var column : field.columns()) {
                check(column, items.value(row, column), field.code() + "." + row + "." + column.code());
            }
        }
        field.columns().stream()
                .filter(column -> column.refers() != null)
                .forEach(column -> checkCovered(at, items, column));
    }

    private void checkReference(String at, EvidenceField field, String value) {
        var refers = java.util.Objects.requireNonNull(field.refers());
        if (!isNumber(value)
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value)
                        > earlier(refers.step(), refers.field()).size()) {
            add(at, "field-no-choice", field.label());
        }
    }

    /** Each row of the other list is named, and only once where it is to be. */
    private void checkCovered(String at, Items items, EvidenceField column) {
        var refers = java.util.Objects.requireNonNull(column.refers());
        IntStream.rangeClosed(1, earlier(refers.step(), refers.field()).size()).forEach(number -> {
            var named = items.rows().stream()
                    .filter(row -> row.getOrDefault(column.code(), "").equals(Integer.toString(number)))
                    .count();
            if (named == 0) {
                add(at, "item-not-named", column.label(), number);
            } else if (named > 1 && refers.once()) {
                add(at, "item-named-twice", column.label(), number);
            }
        });
    }

    private void checkPoll(EvidenceField field, String value) {
        var sheet = Items.read(value).filter(items -> items.size() == 1).orElse(null);
        if (sheet == null) {
            add("evidence[" + field.code() + ".sent]", "field-not-a-number", field.label());
            return;
        }
        var sent = count(field, sheet, "sent");
        var back = count(field, sheet, "back");
        var said = 0;
        for (var choice : field.choices()) {
            var many = count(field, sheet, choice.code());
            if (many == null) {
                return;
            }
            said += many;
        }
        if (sent == null || back == null) {
            return;
        }
        if (sent == 0 || back > sent) {
            add("evidence[" + field.code() + ".back]", "poll-back", field.label(), sent);
        } else if (said > back) {
            add("evidence[" + field.code() + ".back]", "poll-said", field.label(), said, back);
        }
    }

    private @Nullable Integer count(EvidenceField field, Items sheet, String what) {
        var value = sheet.rows().get(0).getOrDefault(what, "");
        if (!value.matches("[0-9]{1,6}")) {
            add("evidence[" + field.code() + "." + what + "]", "field-not-a-number", field.label());
            return null;
        }
        return Integer.valueOf(value);
    }

    /** The list as the latest act has it. */
    private Items earlier(String step, String field) {
        return ItemBook.latest(acts, step)
                .map(act -> Items.read(act.evidence().getOrDefault(field, "")).orElse(Items.NONE))
                .orElse(Items.NONE);
    }

    private static boolean isNumber(String value) {
        return value.matches("-?[0-9]{1,9}");
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private void add(String at, String key, Object... arguments) {
        problems.add(Problem.of(at, KEY + key, arguments));
    }
}
