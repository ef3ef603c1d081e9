package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Nobody may ask for the item any more. */
public record ItemRetired(ServiceItemId id, ServiceItemCode code, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
