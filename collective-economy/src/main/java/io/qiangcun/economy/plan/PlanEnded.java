package io.qiangcun.economy.plan;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A village's plan is over. */
public record PlanEnded(PlanId plan, LocalDate on, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
