package io.qiangcun.services.catalogue;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.services.centre.CentreId;

/** A centre takes an item from now on, or does not any more, whatever its level does. */
public record OfferChanged(CentreId centre, ServiceItemCode code, boolean offered, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
