package io.qiangcun.core.register;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county published its own edition of a register. */
public record RegisterPublished(EditionId editionId, String code, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
