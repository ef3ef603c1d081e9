package io.qiangcun.core.audit;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A day of the past ended, of which nothing else was written down. */
record DayEnded(LocalDate day, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
