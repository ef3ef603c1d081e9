package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A row was put right; what it was before is kept. */
public record RowCorrected(RowId rowId, String register, String title, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
