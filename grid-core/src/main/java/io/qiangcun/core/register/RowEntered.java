package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A row was written into a register. */
public record RowEntered(RowId rowId, String register, String title, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
