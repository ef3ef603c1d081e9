package io.qiangcun.party.points.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.points.Approver;
import io.qiangcun.party.points.PointsRule;
import io.qiangcun.party.points.PointsRules;
import io.qiangcun.party.points.PointsRules.DecideRule;
import io.qiangcun.party.points.RuleKind;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form by which a county decides what gives points. */
record RuleForm(
        String code,
        String name,
        String kind,
        String amount,
        String per,
        String yearlyCap,
        @Nullable Boolean evidence,
        String approver,
        String validFrom,
        @Size(max = 300) String basisText,
        @Nullable Boolean stopped) {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PER = 10;

    RuleForm {
        code = given(code);
        name = given(name);
        kind = given(kind);
        amount = given(amount);
        per = given(per);
        yearlyCap = given(yearlyCap);
        evidence = Boolean.TRUE.equals(evidence);
        approver = given(approver);
        validFrom = given(validFrom);
        basisText = given(basisText);
        stopped = Boolean.TRUE.equals(stopped);
    }

    static RuleForm fresh(LocalDate from) {
        return new RuleForm(
                PointsRules.freshCode(),
                "",
                "",
                "",
                "",
                "",
                true,
                Approver.TOWNSHIP.name(),
                from.toString(),
                "",
                false);
    }

    static RuleForm of(PointsRule rule, LocalDate from) {
        var cap = rule.yearlyCap();
        return new RuleForm(
                rule.code(),
                rule.name(),
                rule.kind().name(),
                plain(rule.amount()),
                rule.per(),
                cap == null ? "" : plain(cap),
                rule.evidence(),
                rule.approver().name(),
                from.toString(),
                rule.own() ? rule.basisText() : "",
                false);
    }

    Optional<DecideRule> toCommand(BindingResult errors) {
        required("name", name, LONGEST_NAME, errors);
        required("kind", kind, LONGEST_NAME, errors);
        required("amount", amount, LONGEST_PER, errors);
        required("per", per, LONGEST_PER, errors);
        required("approver", approver, LONGEST_NAME, errors);
        required("validFrom", validFrom, LONGEST_NAME, errors);
        required("basisText", basisText, Integer.MAX_VALUE, errors);
        var value = points("amount", amount, errors);
        var cap = points("yearlyCap", yearlyCap, errors);
        var from = Typed.date("validFrom", validFrom, errors);
        if (errors.hasErrors() || value == null || from == null) {
            return Optional.empty();
        }
        return Optional.of(new DecideRule(
                Typed.sent(RuleForm::checked, code),
                from,
                !Boolean.TRUE.equals(stopped),
                name.strip(),
                Typed.sent(RuleKind::valueOf, kind),
                value,
                per.strip(),
                cap,
                Boolean.TRUE.equals(evidence),
                Typed.sent(Approver::valueOf, approver),
                Typed.text(basisText)));
    }

    private static String checked(String code) {
        if (!code.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("Not the code of a rule: " + code);
        }
        return code;
    }

    private static @Nullable BigDecimal points(String field, String text, BindingResult errors) {
        var value = Typed.hours(field, text, errors);
        if (value != null && value.signum() <= 0) {
            errors.rejectValue(field, "party.points.refused.amount");
            return null;
        }
        return value;
    }

    private static void required(String field, String text, int longest, BindingResult errors) {
        if (text.isBlank()) {
            errors.rejectValue(field, "party.points.missing.value");
        } else if (text.length() > longest) {
            errors.rejectValue(field, "party.organisation.too-long", new Object[] {longest}, null);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
