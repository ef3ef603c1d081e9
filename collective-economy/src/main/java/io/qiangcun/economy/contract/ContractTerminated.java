package io.qiangcun.economy.contract;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A contract ended before its time. */
public record ContractTerminated(ContractId contract, LocalDate on, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
