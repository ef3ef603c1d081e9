package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A contract was typed, or typed again while it was a draft. */
public record ContractWritten(ContractId contract, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
