package io.qiangcun.core.warning;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;

/** The warnings of a rule rise by a place's own steps from the day on. */
public record WarningStepsOverlaid(
        StepOverlayId overlay,
        String rule,
        List<OverlaySteps.Step> steps,
        LocalDate validFrom,
        String reason,
        PlaceCode placeCode)
        implements DomainEvent, PlaceBound {

    public WarningStepsOverlaid {
        steps = List.copyOf(steps);
    }
}
