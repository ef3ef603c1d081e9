package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A row counts no longer, from a day on. */
public record RowEnded(RowId rowId, String register, String title, LocalDate on, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
