package io.qiangcun.economy.bank;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** A line of the bank waits again for what stands for it. */
public record BankMatchUndone(BookId book, BankLineId line, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
