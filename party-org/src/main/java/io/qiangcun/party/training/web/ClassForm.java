package io.qiangcun.party.training.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.training.ClassId;
import io.qiangcun.party.training.ClassKind;
import io.qiangcun.party.training.HoldClass;
import io.qiangcun.party.training.TrainingQueries.ClassRow;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A class as it is typed. */
record ClassForm(
        String id, String version, String title, String kind, String from, String to, String hours, String note) {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NOTE = 1000;

    ClassForm {
        id = given(id);
        version = given(version);
        title = given(title);
        kind = given(kind);
        from = given(from);
        to = given(to);
        hours = given(hours);
        note = given(note);
    }

    static ClassForm empty(LocalDate today) {
        return new ClassForm(ClassId.next().toString(), "", "", "", today.toString(), today.toString(), "", "");
    }

    static ClassForm of(ClassRow row) {
        return new ClassForm(
                row.classId().toString(),
                Long.toString(row.version()),
                row.title(),
                row.kind().name(),
                row.heldFrom().toString(),
                row.heldTo().toString(),
                row.hours().stripTrailingZeros().toPlainString(),
                row.note());
    }

    /** Nothing if it cannot be read, which is then said at its fields. */
    Optional<HoldClass> toCommand(PlaceCode place, Errors errors) {
        var begins = Typed.date("from", from, errors);
        var ends = Typed.date("to", to.isBlank() ? from : to, errors);
        var counted = Typed.hours("hours", hours, errors);
        missing("title", title.isBlank(), errors);
        missing("kind", kind.isBlank(), errors);
        missing("from", begins == null && !errors.hasFieldErrors("from"), errors);
        missing("hours", counted == null && !errors.hasFieldErrors("hours"), errors);
        if (counted != null && counted.signum() == 0) {
            errors.rejectValue("hours", "core.form.not-hours");
        }
        if (title.length() > LONGEST_TITLE) {
            errors.rejectValue("title", "party.organisation.too-long", new Object[] {LONGEST_TITLE}, null);
        }
        if (note.length() > LONGEST_NOTE) {
            errors.rejectValue("note", "party.organisation.too-long", new Object[] {LONGEST_NOTE}, null);
        }
        if (errors.hasErrors() || begins == null || ends == null || counted == null) {
            return Optional.empty();
        }
        return Optional.of(new HoldClass(
                Typed.sent(ClassId::valueOf, id),
                place,
                Typed.text(title),
                Typed.sent(ClassKind::valueOf, kind),
                begins,
                ends,
                counted,
                Typed.text(note)));
    }

    private static void missing(String field, boolean isMissing, Errors errors) {
        if (isMissing) {
            errors.rejectValue(field, "party.training.missing." + field);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
