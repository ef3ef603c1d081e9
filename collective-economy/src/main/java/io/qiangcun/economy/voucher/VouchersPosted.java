package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** Many vouchers of a book were posted together and count from now on. */
public record VouchersPosted(BookId book, int vouchers, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
