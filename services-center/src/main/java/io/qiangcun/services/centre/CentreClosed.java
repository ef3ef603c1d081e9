package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A centre is no more. */
public record CentreClosed(CentreId centre, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
