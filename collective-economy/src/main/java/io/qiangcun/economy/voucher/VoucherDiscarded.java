package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A draft is not needed. */
public record VoucherDiscarded(VoucherId voucher, String summary, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
