package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A centre became an example to others. */
public record CentreTagged(CentreId centre, String basis, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
