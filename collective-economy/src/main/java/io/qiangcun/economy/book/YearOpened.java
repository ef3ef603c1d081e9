package io.qiangcun.economy.book;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A book takes vouchers of another year. */
public record YearOpened(BookId book, int year, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
