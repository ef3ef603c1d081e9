package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;

/** A grid begins, out of others if it was divided. */
public record GridOpened(PlaceCode placeCode, String name, LocalDate from, List<PlaceCode> origins)
        implements DomainEvent, PlaceBound {}
