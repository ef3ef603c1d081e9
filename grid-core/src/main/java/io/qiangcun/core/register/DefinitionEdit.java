package io.qiangcun.core.register;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.register.RegisterColumn.Choice;
import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.warning.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a county makes of a register by filling in a form: other words, further choices and other limits; of a register of
 * its own also further columns. A pure function; whether the result is too loose is asked afterwards.
 *
 * @param texts what was typed, by what it is about: {@code title}, {@code name.label}, {@code name.c.<choice>}
 * @param local the county's own text, on which rests what it changes
 * @param ruleTitle how a rule of its own is called, its number put in
 */
public record DefinitionEdit(Map<String, String> texts, Finding.Basis local, LocalDate today, String ruleTitle) {

    /** How many columns one form adds. */
    public static final int NEW_COLUMNS = 5;

    private static final int SHORT = 60;
    private static final int LONG = 300;
    private static final int LARGEST = 9999;
    private static final String FROM = "FROM";
    private static final String UNTIL = "UNTIL";

    public DefinitionEdit {
        texts = Map.copyOf(texts);
    }

    /** What cannot be read. */
    public List<Problem> problems(RegisterDefinition from) {
        var problems = new ArrayList<Problem>();
        if (text("title", from.title()).isEmpty()) {
            problems.add(at("title", "title-missing"));
        }
        requireShort("title", SHORT, problems);
        requireShort("summary", LONG, problems);
        requireShort("theme", SHORT, problems);
        requireNumber("remindDays", problems);
        requireNumber("followUp", problems);
        requireNumber("minimum", problems);
        from.rules().forEach(rule -> {
            requireNumber(rule.code() + ".atLeast", problems);
            requireNumber(rule.code() + ".atMost", problems);
        });
        from.columns().forEach(column -> {
            if (text(column.code() + ".label", column.label()).isEmpty()) {
                problems.add(at(column.code() + ".label", "label-missing"));
            }
            requireShort(column.code() + ".label", SHORT, problems);
            requireShort(column.code() + ".hint", LONG, problems);
        });
        var labels = new HashMap<String, Integer>();
        from.columns().forEach(column -> labels.merge(text(column.code() + ".label", column.label()), 1, Integer::sum));
        for (var number = 1; number <= NEW_COLUMNS; number++) {
            requireShort("new" + number + ".label", SHORT, problems);
            var label = text("new" + number + ".label", "");
            if (!label.isEmpty() && labels.merge(label, 1, Integer::sum) > 1) {
                problems.add(at("new" + number + ".label", "label-twice"));
            }
        }
        return problems;
    }

    private void requireShort(String about, int longest, List<Problem> problems) {
        if (text(about, "").length() > longest) {
            problems.add(at(about, "too-long", longest));
        }
    }

    private void requireNumber(String about, List<Problem> problems) {
        var typed = text(about, "");
        if (!typed.isEmpty() && (!typed.matches("[0-9]{1,4}") || Integer.parseInt(typed) > LARGEST)) {
            problems.add(at(about, "not-a-number"));
        }
    }

    /** The register as it is then. */
    public RegisterDefinition applyTo(RegisterDefinition from) {
        var columns = new ArrayList<RegisterColumn>();
        from.columns().forEach(column -> columns.add(edited(from, column)));
        var begins = from.from();
        var ends = from.until();
        if (from.own()) {
            for (var number = 1; number <= NEW_COLUMNS; number++) {
                var column = added(columns, "new" + number);
                if (column != null) {
                    columns.add(column);
                    var kind = text("new" + number + ".kind", "");
                    begins = kind.equals(FROM) && begins == null ? column.code() : begins;
                    ends = kind.equals(UNTIL) && ends == null ? column.code() : ends;
                }
            }
        }
        var remind = number("remindDays", from.remindDays());
        return new RegisterDefinition(
                from.code(),
                text("title", from.title()),
                text("summary", from.summary()),
                from.own() ? text("theme", from.theme()) : from.theme(),
                from.order(),
                from.of(),
                from.levels(),
                from.writtenBy(),
                from.readBy(),
                from.basis(),
                from.figure(),
                from.measure(),
                from.titled(),
                begins,
                ends,
                ends == null || remind != null && remind == 0 ? null : remind,
                from.ahead(),
                from.open(),
                columns,
                rules(from),
                followUp(from.followUp()),
                from.letter(),
                from.shares(),
                from.own(),
                from.own() && text("retired", from.retired() ? "yes" : "").equals("yes"));
    }

    private RegisterColumn edited(RegisterDefinition from, RegisterColumn column) {
        var code = column.code();
        var worded = column.worded(
                text(code + ".label", column.label()), text(code + ".hint", column.hint()), choices(column));
        return from.own()
                ? worded.used(
                        is(code + ".required", column.required()),
                        is(code + ".listed", column.listed()),
                        is(code + ".retired", column.retired()))
                : worded;
    }

    /** The form sends what is ticked; that it was shown at all, it says by "seen". */
    private boolean is(String about, boolean otherwise) {
        return texts.containsKey("seen") ? "yes".equals(texts.get(about)) : otherwise;
    }

    /** A choice without a word is offered no longer; what stands on the lines is new. */
    private List<Choice> choices(RegisterColumn column) {
        if (column.kind() != Kind.CHOICE) {
            return column.choices();
        }
        var choices = new ArrayList<Choice>();
        column.choices().forEach(choice -> {
            var typed = text(column.code() + ".c." + choice.code(), choice.retired() ? "" : choice.label());
            choices.add(
                    typed.isEmpty()
                            ? new Choice(choice.code(), choice.label(), true)
                            : new Choice(choice.code(), typed, false));
        });
        lines(column.code() + ".choices").stream()
                .filter(label ->
                        choices.stream().noneMatch(known -> known.label().equals(label)))
                .forEach(label -> choices.add(new Choice("own" + (choices.size() + 1), label, false)));
        return choices;
    }

    private List<String> lines(String about) {
        return text(about, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && line.length() <= SHORT)
                .distinct()
                .toList();
    }

    private @Nullable RegisterColumn added(List<RegisterColumn> columns, String about) {
        var label = text(about + ".label", "");
        if (label.isEmpty()) {
            return null;
        }
        var typed = text(about + ".kind", Kind.TEXT.name());
        var kind = typed.equals(FROM) || typed.equals(UNTIL) ? Kind.DATE : Kind.valueOf(typed);
        var choices = new ArrayList<Choice>();
        if (kind == Kind.CHOICE) {
            lines(about + ".choices").forEach(line -> choices.add(new Choice("c" + (choices.size() + 1), line, false)));
        }
        return new RegisterColumn(
                "own" + (columns.size() + 1),
                label,
                text(about + ".hint", ""),
                "",
                kind,
                kind != Kind.FILE && "yes".equals(texts.get(about + ".required")),
                false,
                kind != Kind.FILE && kind != Kind.LONG_TEXT && "yes".equals(texts.get(about + ".listed")),
                kind == Kind.CHOICE || kind == Kind.YES_NO,
                kind.isNumber() && "yes".equals(texts.get(about + ".totalled")),
                false,
                kind.isNumber() ? text(about + ".unit", "") : "",
                null,
                kind == Kind.NUMBER ? 2 : 0,
                null,
                null,
                choices,
                false);
    }

    private List<CountRule> rules(RegisterDefinition from) {
        var rules = new ArrayList<CountRule>();
        from.rules().forEach(rule -> {
            var least = number(rule.code() + ".atLeast", rule.atLeast());
            var most = number(rule.code() + ".atMost", rule.atMost());
            var changed = !Objects.equals(least, rule.atLeast()) || !Objects.equals(most, rule.atMost());
            if (least != null && least == 0) {
                least = null;
            }
            if (least != null || most != null) {
                rules.add(changed ? rule.with(least, most, rule.basis().isBinding() ? rule.basis() : local) : rule);
            } else if (!from.own()) {
                rules.add(rule);
            }
        });
        var minimum = number("minimum", null);
        if (from.own() && rules.isEmpty() && minimum != null && minimum > 0) {
            var level = from.levels().get(0);
            rules.add(new CountRule(
                    "minimum",
                    ruleTitle.replace("{0}", minimum.toString()),
                    from.of() == null ? CountRule.Per.PLACE : CountRule.Per.PARENT,
                    level,
                    level == PlaceKind.VILLAGE ? List.of(PlaceCategory.VILLAGE) : List.of(),
                    minimum,
                    null,
                    today,
                    CountRule.Severity.WARNING,
                    local));
        }
        return rules;
    }

    private @Nullable FollowUp followUp(@Nullable FollowUp before) {
        if (before == null) {
            return null;
        }
        var amount = number("followUp", before.amount());
        return amount == null || amount == 0 || amount == before.amount()
                ? before
                : before.with(amount, before.basis().isBinding() ? before.basis() : local);
    }

    private @Nullable Integer number(String about, @Nullable Integer otherwise) {
        var typed = texts.get(about);
        return typed == null ? otherwise : typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    private String text(String about, String otherwise) {
        return Objects.requireNonNullElse(texts.get(about), otherwise).strip();
    }

    private static Problem at(String about, String key, Object... arguments) {
        return Problem.of("texts[" + about + "]", "core.register.define." + key, arguments);
    }
}
