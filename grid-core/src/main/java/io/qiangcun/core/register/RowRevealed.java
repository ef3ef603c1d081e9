package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody read what is masked of a row, and said why. */
public record RowRevealed(RowId rowId, String register, String title, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
