package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A county decides from a day on what its branches are held against. */
public record StandardChanged(String standard, PlaceCode placeCode, LocalDate validFrom, int items)
        implements DomainEvent, PlaceBound {}
