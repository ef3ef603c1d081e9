package io.qiangcun.party.organisation.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.organisation.Structure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Reads the fields that the forms of organisations have in common. */
final class Fields {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    private Fields() {}

    static void required(String field, String text, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.organisation.missing." + field);
        }
    }

    static void requiredName(String name, BindingResult errors) {
        required("name", name, errors);
        notLonger("name", name, LONGEST_NAME, errors);
    }

    static void requiredReason(String reason, BindingResult errors) {
        required("reason", reason, errors);
        notLonger("reason", reason, LONGEST_REASON, errors);
    }

    static @Nullable LocalDate requiredDate(String field, String text, BindingResult errors) {
        required(field, text, errors);
        return Typed.date(field, text, errors);
    }

    static @Nullable Structure structure(
            boolean hasCommittee,
            boolean hasGroups,
            String fullMemberCount,
            String memberCount,
            String countedOn,
            BindingResult errors) {
        required("fullMemberCount", fullMemberCount, errors);
        required("memberCount", memberCount, errors);
        var full = Typed.count("fullMemberCount", fullMemberCount, errors);
        var all = Typed.count("memberCount", memberCount, errors);
        var counted = requiredDate("countedOn", countedOn, errors);
        if (full != null && all != null && all < full) {
            errors.rejectValue("memberCount", "party.organisation.member-counts-contradict");
        }
        return errors.hasErrors() || full == null || all == null || counted == null
                ? null
                : new Structure(hasCommittee, hasGroups, full, all, counted);
    }

    private static void notLonger(String field, String text, int limit, BindingResult errors) {
        if (text.length() > limit) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {limit}, null);
        }
    }
}
