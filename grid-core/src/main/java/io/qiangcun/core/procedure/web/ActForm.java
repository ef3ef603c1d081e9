package io.qiangcun.core.procedure.web;

import io.qiangcun.core.procedure.EvidenceField;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.Step;
import io.qiangcun.core.procedure.TakeStep;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.core.procedure.TallyImpossible;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Typed;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What is entered about a step, as it was typed.
 *
 * @param act made when the form was rendered
 * @param seen how many acts the step had then
 */
record ActForm(
        String act,
        String seen,
        String actedOn,
        String outcome,
        Map<String, String> evidence,
        String members,
        String entitled,
        String present,
        String written,
        String yes,
        String no,
        String abstain,
        String noticedOn,
        String publicFrom,
        String lateReason) {

    ActForm {
        act = act == null ? "" : act;
        seen = seen == null ? "0" : seen;
        actedOn = actedOn == null ? "" : actedOn;
        outcome = outcome == null ? "" : outcome;
        evidence = evidence == null ? Map.of() : withoutNulls(evidence);
        members = members == null ? "" : members;
        entitled = entitled == null ? "" : entitled;
        present = present == null ? "" : present;
        written = written == null ? "" : written;
        yes = yes == null ? "" : yes;
        no = no == null ? "" : no;
        abstain = abstain == null ? "" : abstain;
        noticedOn = noticedOn == null ? "" : noticedOn;
        publicFrom = publicFrom == null ? "" : publicFrom;
        lateReason = lateReason == null ? "" : lateReason;
    }

    private static Map<String, String> withoutNulls(Map<String, String> typed) {
        var kept = new HashMap<String, String>();
        typed.forEach((code, value) -> {
            if (value != null) {
                kept.put(code, value);
            }
        });
        return kept;
    }

    /** An empty one, with today's date. */
    static ActForm of(Step step, int seen, LocalDate today) {
        return new ActForm(
                UUID.randomUUID().toString(),
                Integer.toString(seen),
                today.toString(),
                step.isFork() ? "" : step.outcomes().get(0).code(),
                Map.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** The same, as if it had been opened now. */
    ActForm seenNow(int now) {
        return new ActForm(
                UUID.randomUUID().toString(),
                Integer.toString(now),
                actedOn,
                outcome,
                evidence,
                members,
                entitled,
                present,
                written,
                yes,
                no,
                abstain,
                noticedOn,
                publicFrom,
                lateReason);
    }

    UUID actId() {
        return Typed.sent(UUID::fromString, act);
    }

    int seenNumber() {
        return Typed.sent(Integer::parseInt, seen);
    }

    /** What was typed; nothing if it cannot be read, which is then said at its fields. */
    Optional<TakeStep> toCommand(Step step, Errors errors) {
        var on = Typed.date("actedOn", actedOn, errors);
        var noticed = Typed.date("noticedOn", noticedOn, errors);
        var from = Typed.date("publicFrom", publicFrom, errors);
        var tally = tally(step, errors);
        var read = readable(step, errors);
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new TakeStep(
                actId(), seenNumber(), step.code(), on, chosen(step), read, tally, noticed, from, lateReason.strip()));
    }

    /** Where there is nothing to choose, it is chosen. */
    private String chosen(Step step) {
        return outcome.isBlank() && !step.isFork() ? step.outcomes().get(0).code() : outcome;
    }

    /** Days as they are kept, however they were typed; everything else as it is. */
    private Map<String, String> readable(Step step, Errors errors) {
        var read = new HashMap<String, String>();
        step.fields().forEach(field -> {
            switch (field.kind()) {
                case ITEMS -> read.put(field.code(), new Items(rows(field, errors)).text());
                case POLL -> read.put(field.code(), poll(field).text());
                default -> read.put(field.code(), readable(field, field.code(), errors));
            }
        });
        return read;
    }

    private String readable(EvidenceField field, String path, Errors errors) {
        var typed = evidence.getOrDefault(path, "");
        return switch (field.kind()) {
            case DATE -> {
                var day = Typed.date("evidence[" + path + "]", typed, errors);
                yield day == null ? "" : day.toString();
            }
            case NUMBER -> number(typed);
            default -> Typed.text(typed);
        };
    }

    private static String number(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replace(" ", "")
                .strip();
    }

    private List<Map<String, String>> rows(EvidenceField field, Errors errors) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row = 0; row < rowsTyped(field); row++) {
            var cells = new HashMap<String, String>();
            for (var column : field.columns()) {
                var value = readable(column, field.code() + "." + row + "." + column.code(), errors);
                if (!value.isEmpty()) {
                    cells.put(column.code(), value);
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    private Items poll(EvidenceField field) {
        var sheet = new HashMap<String, String>();
        Stream.concat(Stream.of("sent", "back"), field.choices().stream().map(EvidenceField.Choice::code))
                .forEach(what -> sheet.put(what, number(evidence.getOrDefault(field.code() + "." + what, ""))));
        return sheet.values().stream().allMatch(String::isEmpty) ? Items.NONE : new Items(List.of(sheet));
    }

    /** How many rows of a list the form has. */
    int rowsTyped(EvidenceField field) {
        return evidence.keySet().stream()
                .filter(key -> key.startsWith(field.code() + "."))
                .map(key -> key.split("\\."))
                .filter(parts -> parts.length == 3 && parts[1].matches("[0-9]{1,3}"))
                .mapToInt(parts -> Integer.parseInt(parts[1]) + 1)
                .max()
                .orElse(0);
    }

    /** The same without blank rows in lists, except where each row stands for one of another list. */
    ActForm compact(Step step) {
        var kept = new HashMap<>(evidence);
        step.fields().stream()
                .filter(field -> field.kind() == EvidenceField.Kind.ITEMS && field.of() == null)
                .forEach(field -> compact(field, kept));
        return withEvidence(kept);
    }

    private void compact(EvidenceField field, Map<String, String> kept) {
        kept.keySet().removeIf(key -> key.startsWith(field.code() + "."));
        var next = 0;
        for (var row = 0; row < rowsTyped(field); row++) {
            var prefix = field.code() + "." + row + ".";
            if (field.columns().stream().allMatch(column -> evidence.getOrDefault(prefix + column.code(), "")
                    .isBlank())) {
                continue;
            }
            for (var column : field.columns()) {
                kept.put(
                        field.code() + "." + next + "." + column.code(),
                        evidence.getOrDefault(prefix + column.code(), ""));
            }
            next++;
        }
    }

    private ActForm withEvidence(Map<String, String> other) {
        return new ActForm(
                act,
                seen,
                actedOn,
                outcome,
                other,
                members,
                entitled,
                present,
                written,
                yes,
                no,
                abstain,
                noticedOn,
                publicFrom,
                lateReason);
    }

    private @Nullable Tally tally(Step step, Errors errors) {
        if (step.vote() == null
                || Stream.of(members, entitled, present, written, yes, no, abstain)
                        .allMatch(String::isBlank)) {
            return null;
        }
        var all = new Integer[] {
            Typed.count("members", members, errors),
            Typed.count("entitled", entitled.isBlank() ? members : entitled, errors),
            Typed.count("present", present, errors),
            zero(Typed.count("written", written, errors)),
            Typed.count("yes", yes, errors),
            zero(Typed.count("no", no, errors)),
            zero(Typed.count("abstain", abstain, errors))
        };
        var names = new String[] {"members", "entitled", "present", "written", "yes", "no", "abstain"};
        for (var at = 0; at < all.length; at++) {
            if (all[at] == null && !errors.hasFieldErrors(names[at])) {
                errors.rejectValue(names[at], "core.procedure.tally.missing");
            }
        }
        if (errors.hasErrors()) {
            return null;
        }
        try {
            return new Tally(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
        } catch (TallyImpossible impossible) {
            FormErrors.reject(impossible, errors);
            return null;
        }
    }

    private static @Nullable Integer zero(@Nullable Integer typed) {
        return typed == null ? Integer.valueOf(0) : typed;
    }
}
