package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A voucher goes back to its writer. */
public record VoucherReturned(VoucherId voucher, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
