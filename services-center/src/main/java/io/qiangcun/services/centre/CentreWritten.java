package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A centre was written down, changed or opened. */
public record CentreWritten(CentreId centre, String name, CentreState state, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
