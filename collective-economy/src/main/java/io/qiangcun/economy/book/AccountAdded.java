package io.qiangcun.economy.book;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The chart of a book is divided further. */
public record AccountAdded(BookId book, AccountCode account, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
