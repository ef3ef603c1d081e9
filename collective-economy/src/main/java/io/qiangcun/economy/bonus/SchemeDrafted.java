package io.qiangcun.economy.bonus;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county wrote a scheme down, to try it. */
public record SchemeDrafted(SchemeId id, String name, int year, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
