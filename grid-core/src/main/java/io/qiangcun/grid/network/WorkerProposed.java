package io.qiangcun.grid.network;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** Somebody is proposed for work in a grid. */
public record WorkerProposed(WorkerId worker, PlaceCode placeCode, WorkerPost post, LocalDate since)
        implements DomainEvent, PlaceBound {}
