package io.qiangcun.party.rating.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.party.rating.Criterion;
import io.qiangcun.party.rating.Criterion.Kind;
import io.qiangcun.party.rating.Scales.Decided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The form by which a county decides what stars are given for. */
record ScaleForm(String validFrom, String basisText, List<Line> lines) {

    private static final int LONGEST = 50;
    private static final int LONGEST_BASIS = 300;

    ScaleForm {
        validFrom = given(validFrom);
        basisText = given(basisText);
        lines = lines == null ? List.of() : lines;
    }

    static ScaleForm of(List<Criterion> criteria, LocalDate from) {
        return new ScaleForm(
                from.toString(),
                "",
                criteria.stream()
                        .map(criterion -> new Line(
                                criterion.kind().name(),
                                criterion.code(),
                                criterion.title(),
                                criterion.amount().stripTrailingZeros().toPlainString()))
                        .toList());
    }

    List<Decided> toDecisions(BindingResult errors) {
        if (basisText.isBlank() || basisText.length() > LONGEST_BASIS) {
            errors.rejectValue("basisText", "party.rating.refused.reason", new Object[] {LONGEST_BASIS}, null);
        }
        var decided = new ArrayList<Decided>();
        for (var n = 0; n < lines.size(); n++) {
            var line = lines.get(n);
            var at = "lines[" + n + "].";
            if (line.title().isBlank() || line.title().length() > LONGEST) {
                errors.rejectValue(at + "title", "party.rating.refused.reason", new Object[] {LONGEST}, null);
            }
            var amount = Typed.hours(at + "amount", line.amount(), errors);
            if (amount == null) {
                if (!errors.hasFieldErrors(at + "amount")) {
                    errors.rejectValue(at + "amount", "party.rating.missing");
                }
            } else {
                decided.add(new Decided(
                        Typed.sent(Kind::valueOf, line.kind()),
                        line.code(),
                        line.title().strip(),
                        amount));
            }
        }
        return decided;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** One criterion. */
    record Line(String kind, String code, String title, String amount) {

        Line {
            kind = given(kind);
            code = given(code);
            title = given(title);
            amount = given(amount);
        }

        /** A condition has no number. */
        public boolean isCounted() {
            return !kind.equals(Kind.CONDITION.name());
        }
    }
}
