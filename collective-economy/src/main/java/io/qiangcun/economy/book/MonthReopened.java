package io.qiangcun.economy.book;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** The last closed month of a book takes vouchers again. */
public record MonthReopened(BookId book, YearMonth month, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
