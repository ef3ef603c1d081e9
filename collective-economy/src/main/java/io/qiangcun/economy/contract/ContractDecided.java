package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** It was said who decided on a contract. */
public record ContractDecided(ContractId contract, String note, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
