package io.qiangcun.economy.distribution;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** Households have other shares from a day on. */
public record SharesSet(BookId book, int holders, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
