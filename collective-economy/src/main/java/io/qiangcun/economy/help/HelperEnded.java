package io.qiangcun.economy.help;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody helps a village no longer. */
public record HelperEnded(HelperId helper, String name, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
