package io.qiangcun.economy.book;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** A month of a book takes nothing any more. */
public record MonthClosed(BookId book, YearMonth month, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
