package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many rows were written at once, from a sheet or from an older system. */
public record RowsTakenOver(String register, int rows, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
