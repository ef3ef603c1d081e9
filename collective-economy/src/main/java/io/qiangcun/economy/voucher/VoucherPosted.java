package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;

/** A voucher counts. */
public record VoucherPosted(VoucherId voucher, YearMonth month, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
