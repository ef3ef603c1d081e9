package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.voucher.VoucherId;

/** A voucher was drafted for a contract. */
public record ContractBooked(ContractId contract, BookingStep step, VoucherId voucher, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
