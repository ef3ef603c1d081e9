package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** An objection was answered. */
public record ObjectionAnswered(UUID objectionId, String outcome, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
