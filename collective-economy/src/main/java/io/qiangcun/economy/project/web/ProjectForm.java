package io.qiangcun.economy.project.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.project.ProjectId;
import io.qiangcun.economy.project.ProjectQueries.BySource;
import io.qiangcun.economy.project.ProjectQueries.Source;
import io.qiangcun.economy.project.ProjectQueries.View;
import io.qiangcun.economy.project.WriteProject;
import io.qiangcun.economy.project.WriteProject.Chains;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A project as it is typed.
 *
 * @param sources the codes of what may give money
 * @param amounts what each gives, in the same order
 */
record ProjectForm(
        String id,
        String version,
        String place,

        @NotBlank(message = "{economy.project.refused.missing}") @Size(max = 40)
        String number,

        @NotBlank(message = "{economy.project.refused.missing}") @Size(max = 80)
        String name,

        @Size(max = 1000) String content,
        String supplyChain,
        String industryChain,
        String valueChain,
        String approvedOn,
        @Size(max = 100) String approvedBy,
        String plannedFrom,
        String plannedUntil,
        @Size(max = 20) String incomeTarget,
        List<String> sources,
        List<String> amounts) {

    ProjectForm {
        id = given(id);
        version = given(version);
        place = given(place);
        number = given(number);
        name = given(name);
        content = given(content);
        supplyChain = given(supplyChain);
        industryChain = given(industryChain);
        valueChain = given(valueChain);
        approvedOn = given(approvedOn);
        approvedBy = given(approvedBy);
        plannedFrom = given(plannedFrom);
        plannedUntil = given(plannedUntil);
        incomeTarget = given(incomeTarget);
        sources = sources == null ? List.of() : List.copyOf(sources);
        amounts = amounts == null ? List.of() : List.copyOf(amounts);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static ProjectForm empty(PlaceCode place, List<Source> sources) {
        return new ProjectForm(
                ProjectId.next().toString(),
                "",
                place.toString(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                sources.stream().map(Source::source).toList(),
                sources.stream().map(source -> "").toList());
    }

    static ProjectForm of(View one, List<BySource> money, List<Source> sources) {
        var given = new HashMap<String, BigDecimal>();
        money.forEach(row -> {
            if (row.source() != null) {
                given.put(row.source(), row.budget());
            }
        });
        return new ProjectForm(
                one.projectId().toString(),
                Long.toString(one.version()),
                one.placeCode(),
                one.number(),
                one.name(),
                one.content(),
                one.supplyChain() ? "true" : "",
                one.industryChain() ? "true" : "",
                one.valueChain() ? "true" : "",
                one.approvedOn().toString(),
                one.approvedBy(),
                one.plannedFrom().toString(),
                one.plannedUntil().toString(),
                one.incomeTarget() == null ? "" : one.incomeTarget().toPlainString(),
                sources.stream().map(Source::source).toList(),
                sources.stream()
                        .map(source -> {
                            var amount = given.getOrDefault(source.source(), BigDecimal.ZERO);
                            return amount.signum() == 0 ? "" : amount.toPlainString();
                        })
                        .toList());
    }

    PlaceCode placeCode() {
        return Typed.sent(PlaceCode::valueOf, place);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WriteProject> toCommand(Errors errors) {
        var approved = day("approvedOn", approvedOn, errors);
        var from = day("plannedFrom", plannedFrom, errors);
        var until = day("plannedUntil", plannedUntil, errors);
        var target = TypedMoney.money("incomeTarget", incomeTarget, errors);
        if (target != null && target.signum() < 0) {
            errors.rejectValue("incomeTarget", "economy.project.refused.negative");
        }
        var budget = new LinkedHashMap<String, Money>();
        for (var at = 0; at < Math.min(sources.size(), amounts.size()); at++) {
            var amount = TypedMoney.money("amounts", amounts.get(at), errors);
            if (amount != null && !amount.isZero()) {
                budget.put(sources.get(at), amount);
            }
        }
        if (errors.hasErrors() || approved == null || from == null || until == null) {
            return Optional.empty();
        }
        return Optional.of(new WriteProject(
                Typed.sent(ProjectId::valueOf, id),
                placeCode(),
                number.strip(),
                name.strip(),
                Typed.text(content),
                new Chains(supplyChain.equals("true"), industryChain.equals("true"), valueChain.equals("true")),
                approved,
                approvedBy.strip(),
                from,
                until,
                target,
                budget));
    }

    static @Nullable LocalDate day(String field, String text, Errors errors) {
        var day = Typed.date(field, text, errors);
        if (day == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "economy.project.refused.missing");
        }
        return day;
    }
}
