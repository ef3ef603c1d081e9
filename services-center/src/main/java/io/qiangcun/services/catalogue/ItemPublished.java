package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An edition holds from now on. */
public record ItemPublished(ServiceItemId id, ServiceItemCode code, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
