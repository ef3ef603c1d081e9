package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A voucher waits for somebody else's review. */
public record VoucherSubmitted(VoucherId voucher, String summary, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
