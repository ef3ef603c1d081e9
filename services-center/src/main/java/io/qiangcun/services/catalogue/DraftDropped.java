package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A draft was given up. */
public record DraftDropped(ServiceItemId id, ServiceItemCode code, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
