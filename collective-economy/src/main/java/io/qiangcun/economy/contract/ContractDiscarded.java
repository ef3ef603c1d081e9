package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A draft of a contract came to nothing. */
public record ContractDiscarded(ContractId contract, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
