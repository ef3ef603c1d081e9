package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;

/** Many vouchers of a book were looked over together; each says itself by whom. */
public record VouchersReviewed(BookId book, int vouchers, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
