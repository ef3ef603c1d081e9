package io.qiangcun.economy.voucher;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Vouchers that had been written elsewhere came over, in one go. */
public record VouchersTakenOver(int vouchers, int lines, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
