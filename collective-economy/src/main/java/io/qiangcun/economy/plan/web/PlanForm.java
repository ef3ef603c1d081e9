package io.qiangcun.economy.plan.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.money.TypedMoney;
import io.qiangcun.economy.plan.PlanId;
import io.qiangcun.economy.plan.PlanQueries.View;
import io.qiangcun.economy.plan.PlanQueries.Year;
import io.qiangcun.economy.plan.WritePlan;
import io.qiangcun.economy.project.ProjectId;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A plan as it is typed.
 *
 * @param years that may have a target
 * @param amounts what each shall bring, in the same order; the plan goes from the first to the last that is filled in
 */
record PlanForm(
        String id,
        String version,
        String village,
        String slot,
        @Size(max = 2000) String measures,
        String project,
        @Size(max = 80) String projectWords,
        String adoptedOn,
        @Size(max = 100) String adoptedBy,
        List<String> years,
        List<String> amounts) {

    private static final int YEARS = 5;

    PlanForm {
        id = given(id);
        version = given(version);
        village = given(village);
        slot = given(slot);
        measures = given(measures);
        project = given(project);
        projectWords = given(projectWords);
        adoptedOn = given(adoptedOn);
        adoptedBy = given(adoptedBy);
        years = years == null ? List.of() : List.copyOf(years);
        amounts = amounts == null ? List.of() : List.copyOf(amounts);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static PlanForm empty(PlaceCode village, LocalDate today) {
        return new PlanForm(
                PlanId.next().toString(),
                "",
                village.toString(),
                "",
                "",
                "",
                "",
                today.toString(),
                "",
                years(today.getYear(), YEARS),
                IntStream.range(0, YEARS).mapToObj(at -> "").toList());
    }

    private static List<String> years(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(Integer::toString).toList();
    }

    static PlanForm of(View plan, List<Year> targets) {
        var amounts = new ArrayList<String>();
        targets.forEach(target -> amounts.add(target.target().toPlainString()));
        var shown = Math.max(YEARS, targets.size() + 1);
        while (amounts.size() < shown) {
            amounts.add("");
        }
        return new PlanForm(
                plan.planId().toString(),
                Long.toString(plan.version()),
                plan.placeCode(),
                plan.slot() == null ? "" : plan.slot().toString(),
                plan.measures(),
                plan.projectId() == null ? "" : plan.projectId().toString(),
                plan.projectWords(),
                plan.adoptedOn().toString(),
                plan.adoptedBy(),
                years(plan.fromYear(), shown),
                amounts);
    }

    PlaceCode place() {
        return Typed.sent(PlaceCode::valueOf, village);
    }

    /** Empty if something is wrong with what was typed. */
    Optional<WritePlan> toCommand(Errors errors) {
        var adopted = Typed.date("adoptedOn", adoptedOn, errors);
        if (adopted == null && !errors.hasFieldErrors("adoptedOn")) {
            errors.rejectValue("adoptedOn", "economy.plan.refused.missing");
        }
        var targets = new TreeMap<Integer, Money>();
        for (var at = 0; at < Math.min(years.size(), amounts.size()); at++) {
            var amount = TypedMoney.money("amounts", amounts.get(at), errors);
            if (amount != null && amount.signum() < 0) {
                errors.rejectValue("amounts", "economy.plan.refused.negative");
            } else if (amount != null) {
                targets.put(Typed.sent(Integer::valueOf, years.get(at)), amount);
            }
        }
        if (!errors.hasFieldErrors("amounts")) {
            requireWhole(targets, errors);
        }
        if (errors.hasErrors() || adopted == null) {
            return Optional.empty();
        }
        return Optional.of(new WritePlan(
                Typed.sent(PlanId::valueOf, id),
                place(),
                slot.isEmpty() ? null : Typed.sent(Integer::valueOf, slot),
                Typed.text(measures),
                project.isEmpty() ? null : Typed.sent(ProjectId::valueOf, project),
                projectWords.strip(),
                adopted,
                adoptedBy.strip(),
                targets));
    }

    static void requireWhole(TreeMap<Integer, Money> targets, Errors errors) {
        if (targets.isEmpty()) {
            errors.rejectValue("amounts", "economy.plan.refused.no-target");
        } else if (targets.lastKey() - targets.firstKey() + 1 != targets.size()) {
            errors.rejectValue("amounts", "economy.plan.refused.gap");
        }
    }
}
