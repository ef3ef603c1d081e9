package io.qiangcun.economy.bonus.web;

import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.bonus.BonusTerms;
import io.qiangcun.economy.bonus.Measure;
import io.qiangcun.economy.bonus.Scheme;
import io.qiangcun.economy.bonus.SchemeId;
import io.qiangcun.economy.bonus.Schemes;
import io.qiangcun.economy.money.TypedMoney;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A scheme as it is typed: one row a step. */
record SchemeForm(
        String id,

        @NotBlank(message = "{economy.bonus.missing.year}") String year,

        @NotBlank(message = "{economy.bonus.missing.name}") @Size(max = 80)
        String name,

        @NotBlank(message = "{economy.bonus.missing.source}") @Size(max = 300)
        String source,

        @NotBlank(message = "{economy.bonus.missing.measure}")
        String measure,

        String leastIncome,
        String most,
        String mostOfNet,
        List<String> overs,
        List<String> percents,
        List<String> fixeds) {

    private static final int STEPS = 5;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    SchemeForm(
            @Nullable String id,
            @Nullable String year,
            @Nullable String name,
            @Nullable String source,
            @Nullable String measure,
            @Nullable String leastIncome,
            @Nullable String most,
            @Nullable String mostOfNet,
            @Nullable List<String> overs,
            @Nullable List<String> percents,
            @Nullable List<String> fixeds) {
        this.id = Objects.requireNonNullElse(id, "");
        this.year = Objects.requireNonNullElse(year, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.source = Objects.requireNonNullElse(source, "");
        this.measure = Objects.requireNonNullElse(measure, "");
        this.leastIncome = Objects.requireNonNullElse(leastIncome, "");
        this.most = Objects.requireNonNullElse(most, "");
        this.mostOfNet = Objects.requireNonNullElse(mostOfNet, "");
        this.overs = filled(overs);
        this.percents = filled(percents);
        this.fixeds = filled(fixeds);
    }

    private static List<String> filled(@Nullable List<String> typed) {
        var all = new ArrayList<>(typed == null ? List.of() : typed);
        all.addAll(Collections.nCopies(Math.max(0, STEPS - all.size()), ""));
        return List.copyOf(all);
    }

    static SchemeForm empty(int year) {
        return new SchemeForm(
                UUID.randomUUID().toString(), Integer.toString(year), "", "", "", "", "", "", null, null, null);
    }

    /** Another try with the terms of an earlier one. */
    static SchemeForm like(Scheme scheme) {
        var terms = scheme.terms();
        return new SchemeForm(
                UUID.randomUUID().toString(),
                Integer.toString(scheme.year()),
                scheme.name(),
                scheme.source(),
                terms.measure().name(),
                plain(terms.leastIncome()),
                plain(terms.most()),
                plain(terms.mostOfNet()),
                terms.steps().stream().map(step -> plain(step.over())).toList(),
                terms.steps().stream().map(step -> plain(step.percent())).toList(),
                terms.steps().stream().map(step -> plain(step.fixed())).toList());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    Optional<Schemes.Draft> toCommand(BindingResult errors) {
        var begins = Typed.count("year", year, errors);
        var least = amount("leastIncome", leastIncome, errors);
        var limit = amount("most", most, errors);
        var share = percent("mostOfNet", mostOfNet, errors);
        if (limit != null && limit.signum() == 0) {
            errors.rejectValue("most", "economy.bonus.refused.no-limit");
        }
        if (share != null && share.signum() == 0) {
            errors.rejectValue("mostOfNet", "economy.bonus.refused.no-limit");
        }
        var steps = steps(errors);
        if (errors.hasErrors() || begins == null) {
            return Optional.empty();
        }
        return Optional.of(new Schemes.Draft(
                SchemeId.valueOf(Typed.sent(UUID::fromString, id).toString()),
                begins,
                Typed.text(name),
                Typed.text(source),
                new BonusTerms(
                        Typed.sent(Measure::valueOf, measure),
                        Objects.requireNonNullElse(least, BigDecimal.ZERO),
                        limit,
                        share,
                        steps)));
    }

    private List<BonusTerms.Step> steps(BindingResult errors) {
        var steps = new ArrayList<BonusTerms.Step>();
        var lines = new HashSet<BigDecimal>();
        for (var at = 0; at < Math.min(overs.size(), Math.min(percents.size(), fixeds.size())); at++) {
            var over = amount("overs", overs.get(at), errors);
            var percent = percent("percents", percents.get(at), errors);
            var fixed = amount("fixeds", fixeds.get(at), errors);
            if (over == null && percent == null && fixed == null) {
                continue;
            }
            var step = new BonusTerms.Step(
                    Objects.requireNonNullElse(over, BigDecimal.ZERO),
                    Objects.requireNonNullElse(percent, BigDecimal.ZERO),
                    Objects.requireNonNullElse(fixed, BigDecimal.ZERO));
            if (step.percent().signum() == 0 && step.fixed().signum() == 0) {
                errors.rejectValue("percents", "economy.bonus.refused.pays-nothing", new Object[] {at + 1}, null);
            } else if (!lines.add(step.over().stripTrailingZeros())) {
                errors.rejectValue("overs", "economy.bonus.refused.line-twice", new Object[] {at + 1}, null);
            }
            steps.add(step);
        }
        steps.sort(Comparator.comparing(BonusTerms.Step::over));
        for (var at = 1; at < steps.size() && !errors.hasErrors(); at++) {
            if (steps.get(at).fixed().compareTo(steps.get(at - 1).fixed()) < 0) {
                errors.rejectValue("fixeds", "economy.bonus.refused.less-for-more", new Object[] {at + 1}, null);
            }
        }
        if (steps.isEmpty() && !errors.hasFieldErrors("overs")) {
            errors.rejectValue("overs", "economy.bonus.refused.no-step");
        }
        return steps;
    }

    private static @Nullable BigDecimal amount(String field, String text, BindingResult errors) {
        var money = TypedMoney.money(field, text, errors);
        if (money == null) {
            return null;
        }
        if (money.signum() < 0) {
            errors.rejectValue(field, "economy.bonus.refused.negative");
            return null;
        }
        return money.yuan();
    }

    private static @Nullable BigDecimal percent(String field, String text, BindingResult errors) {
        var percent = TypedMoney.number(field, text, 2, errors);
        if (percent != null && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            errors.rejectValue(field, "economy.bonus.refused.percent");
            return null;
        }
        return percent;
    }
}
