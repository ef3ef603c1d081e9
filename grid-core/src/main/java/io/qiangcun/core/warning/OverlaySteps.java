package io.qiangcun.core.warning;

import java.time.LocalDate;
import java.util.List;

/** From the day on the warnings of a rule rise by these steps in the places of the account. */
public record OverlaySteps(StepOverlayId overlay, String rule, List<Step> steps, LocalDate validFrom, String reason) {

    public OverlaySteps {
        steps = List.copyOf(steps);
    }

    /** When a level is reached and who then holds the matter. */
    public record Step(WarningLevel level, int workingDays, HolderLevel holderLevel) {}
}
