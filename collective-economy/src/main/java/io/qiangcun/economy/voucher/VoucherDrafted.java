package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A voucher was written, or written again. */
public record VoucherDrafted(VoucherId voucher, String summary, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
