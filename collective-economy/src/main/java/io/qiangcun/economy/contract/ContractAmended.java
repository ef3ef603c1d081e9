package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A contract was agreed anew for what lies ahead. */
public record ContractAmended(ContractId contract, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
