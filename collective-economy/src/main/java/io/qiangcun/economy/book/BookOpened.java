package io.qiangcun.economy.book;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A book begins. */
public record BookOpened(BookId book, String name, String regime, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
