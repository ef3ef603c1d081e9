package io.qiangcun.economy.bank;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** Somebody said which lines of the book stand for a line of the bank. */
public record BankLineMatched(BookId book, BankLineId line, int lines, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
