package io.qiangcun.economy.plan;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.Map;

/** A village's plan was written down or changed; targets are yuan by year. */
public record PlanWritten(PlanId plan, Map<Integer, String> targets, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
