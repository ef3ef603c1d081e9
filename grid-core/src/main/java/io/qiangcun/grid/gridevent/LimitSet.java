package io.qiangcun.grid.gridevent;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A county has its own limit for what is reported from a day on. */
public record LimitSet(PlaceCode placeCode, Level level, String kind, LocalDate validFrom)
        implements DomainEvent, PlaceBound {}
