package io.qiangcun.core.warning.web;

import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.OverlaySteps;
import io.qiangcun.core.warning.StepOverlayId;
import io.qiangcun.core.warning.StepTable;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningStep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * When each level is reached and who then holds the matter, from when on and why.
 *
 * @param overlay made when the form was rendered
 * @param steps one line for each level, in their order
 */
record StepsForm(
        @NotNull UUID overlay,

        List<@Valid Line> steps,

        @NotNull(message = "{core.warning.steps.valid-from.missing}") @Nullable
        LocalDate validFrom,

        @NotBlank(message = "{core.warning.steps.reason.blank}") @Size(max = 300) @Nullable
        String reason) {

    StepsForm {
        steps = oneForEachLevel(steps);
    }

    /** Begins with what holds now. */
    static StepsForm of(StepTable present) {
        return new StepsForm(
                UUID.randomUUID(),
                Arrays.stream(WarningLevel.values())
                        .map(level -> present.steps().stream()
                                .filter(step -> step.level() == level)
                                .findFirst()
                                .map(Line::of)
                                .orElseGet(() -> new Line(null, null, null)))
                        .toList(),
                null,
                "");
    }

    /** A level is left out whole or said whole. */
    void check(Errors errors) {
        for (var at = 0; at < steps.size(); at++) {
            var line = steps.get(at);
            if (line.isEmpty()) {
                continue;
            }
            if (line.days() == null && !errors.hasFieldErrors("steps[" + at + "].days")) {
                errors.rejectValue("steps[" + at + "].days", "core.warning.steps.days.missing");
            }
            if (line.moment() == null) {
                errors.rejectValue("steps[" + at + "].moment", "core.warning.steps.moment.missing");
            }
            if (line.holder() == null) {
                errors.rejectValue("steps[" + at + "].holder", "core.warning.steps.holder.missing");
            }
        }
    }

    OverlaySteps toCommand(String rule) {
        return new OverlaySteps(
                new StepOverlayId(overlay),
                rule,
                IntStream.range(0, steps.size())
                        .filter(at -> !steps.get(at).isEmpty())
                        .mapToObj(at -> steps.get(at).toStep(WarningLevel.values()[at]))
                        .toList(),
                Objects.requireNonNull(validFrom),
                Objects.requireNonNull(reason).strip());
    }

    private static List<Line> oneForEachLevel(@Nullable List<Line> sent) {
        return IntStream.range(0, WarningLevel.values().length)
                .mapToObj(at -> sent == null || sent.size() <= at ? new Line(null, null, null) : sent.get(at))
                .toList();
    }

    /** Which side of the due date days are counted on. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** The step of one level; all empty if the level is not used. */
    record Line(
            @Nullable Moment moment,

            @Min(value = 0, message = "{core.warning.steps.days.range}")
            @Max(value = 60, message = "{core.warning.steps.days.range}")
            @Nullable
            Integer days,

            @Nullable HolderLevel holder) {

        static Line of(WarningStep step) {
            return new Line(
                    step.workingDays() < 0 ? Moment.BEFORE : Moment.AFTER,
                    Math.abs(step.workingDays()),
                    step.holderLevel());
        }

        boolean isEmpty() {
            return days == null && moment == null && holder == null;
        }

        OverlaySteps.Step toStep(WarningLevel level) {
            var distance = Objects.requireNonNull(days);
            return new OverlaySteps.Step(
                    level, moment == Moment.BEFORE ? -distance : distance, Objects.requireNonNull(holder));
        }
    }
}
