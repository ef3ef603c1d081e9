package io.qiangcun.economy.book;

import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/**
 * Opens a book and its first year.
 *
 * @param regime code of the regulation, which decides the chart
 * @param from the first month that is kept here
 */
public record OpenBook(BookId id, PlaceCode place, String name, String regime, YearMonth from, Variant variant) {}
