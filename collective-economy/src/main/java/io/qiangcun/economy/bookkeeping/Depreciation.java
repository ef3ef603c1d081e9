package io.qiangcun.economy.bookkeeping;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.book.BookId;
import java.time.YearMonth;
import java.util.OptionalInt;

/** Knows what had to be charged of assets in a month. Declare it as a bean. */
public interface Depreciation {

    /** How many assets were not charged although they had to be; empty if the book has no cards. */
    OptionalInt missing(Jurisdiction jurisdiction, BookId book, YearMonth month);
}
