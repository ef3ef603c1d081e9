package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county wrote what an item shall be; it does not hold yet. */
public record ItemDrafted(ServiceItemId id, ServiceItemCode code, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
