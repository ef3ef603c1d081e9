package io.qiangcun.party.member.web;

import io.qiangcun.core.web.Typed;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form of whatever becomes of a member; each step asks for some of the fields. */
record MemberStepForm(String version, String on, String to, String where, String ending, String reason) {

    private static final int LONGEST_TEXT = 200;

    MemberStepForm {
        version = given(version);
        on = given(on);
        to = given(to);
        where = given(where);
        ending = given(ending);
        reason = given(reason);
    }

    static MemberStepForm empty(long version, LocalDate today) {
        return new MemberStepForm(Long.toString(version), today.toString(), "", "", "", "");
    }

    long versionNumber() {
        return Typed.sent(Long::parseLong, version);
    }

    /** The day of the step; null if something is missing. */
    @Nullable
    LocalDate check(MemberStep step, LocalDate today, BindingResult errors) {
        required(step, "to", to, errors);
        required(step, "where", where, errors);
        required(step, "ending", ending, errors);
        required(step, "reason", reason, errors);
        if (!step.asksFor("on")) {
            return today;
        }
        required(step, "on", on, errors);
        return Typed.date("on", on, errors);
    }

    private static void required(MemberStep step, String field, String text, BindingResult errors) {
        if (step.asksFor(field) && text.isBlank()) {
            errors.rejectValue(field, "party.member.missing." + field);
        }
        if (text.length() > LONGEST_TEXT) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {LONGEST_TEXT}, null);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
