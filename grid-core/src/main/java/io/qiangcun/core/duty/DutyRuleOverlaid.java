package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A place demands more than the general rule, or something else, of all places in it. */
public record DutyRuleOverlaid(
        OverlayId overlay,
        String rule,
        Recurrence recurrence,
        int dueWorkingDays,
        int remindWorkingDays,
        LocalDate validFrom,
        String source,
        String reason,
        PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
