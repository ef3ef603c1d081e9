package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A county decides from a day on what stars are given for. */
public record ScaleChanged(PlaceCode placeCode, LocalDate validFrom, int changes) implements DomainEvent, PlaceBound {}
