package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A contract binds, and its dues count. */
public record ContractCameIntoForce(ContractId contract, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
