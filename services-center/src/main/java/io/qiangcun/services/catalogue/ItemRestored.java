package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** An item that was retired may be asked for again. */
public record ItemRestored(ServiceItemId id, ServiceItemCode code, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
