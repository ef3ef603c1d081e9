package io.qiangcun.economy.bank;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** Lines of a bank's statement came in. */
public record BankStatementRead(BookId book, String account, int lines, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
