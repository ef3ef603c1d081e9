package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A grid is given up: what is open in it falls to the place above. */
public record GridClosed(PlaceCode placeCode, LocalDate on, String reason) implements DomainEvent, PlaceBound {}
