package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A row should never have been written; it counts on no day. */
public record RowVoided(RowId rowId, String register, String title, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
