package io.qiangcun.economy.help;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody helps a village. */
public record HelperAssigned(HelperId helper, HelperKind kind, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
