package io.qiangcun.party.post.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.post.AddStructureRule;
import io.qiangcun.party.post.Feature;
import io.qiangcun.party.post.StructureRuleId;
import io.qiangcun.party.post.Track;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A rule that a county writes. */
record StructureRuleForm(
        String id,
        @Size(max = StructureRuleForm.LONGEST_TITLE) String title,
        String body,
        String feature,
        String share,
        String amount,
        @Size(max = StructureRuleForm.LONGEST_BASIS) String basis,
        String validFrom) {

    static final int LONGEST_TITLE = 40;
    static final int LONGEST_BASIS = 200;

    StructureRuleForm {
        id = given(id);
        title = given(title);
        body = given(body);
        feature = given(feature);
        share = given(share);
        amount = given(amount);
        basis = given(basis);
        validFrom = given(validFrom);
    }

    static StructureRuleForm empty(LocalDate today) {
        return new StructureRuleForm(StructureRuleId.next().toString(), "", "", "", "false", "1", "", today.toString());
    }

    Optional<AddStructureRule> toCommand(BindingResult errors) {
        required("title", title, LONGEST_TITLE, errors);
        required("feature", feature, LONGEST_TITLE, errors);
        required("amount", amount, LONGEST_TITLE, errors);
        required("basis", basis, LONGEST_BASIS, errors);
        required("validFrom", validFrom, LONGEST_TITLE, errors);
        var count = Typed.count("amount", amount, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        if (errors.hasErrors() || count == null || from == null) {
            return Optional.empty();
        }
        return Optional.of(new AddStructureRule(
                Typed.sent(StructureRuleId::valueOf, id),
                Typed.text(title),
                body.isEmpty() ? null : Typed.sent(Track::valueOf, body),
                Typed.sent(Feature::valueOf, feature),
                Boolean.parseBoolean(share),
                count,
                Typed.text(basis),
                from));
    }

    private static void required(String field, String text, int limit, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.structure-rule.missing." + field);
        } else if (text.length() > limit) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {limit}, null);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
