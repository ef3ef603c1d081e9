package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody else looked a voucher over. */
public record VoucherReviewed(VoucherId voucher, String summary, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
