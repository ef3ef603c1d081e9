package io.qiangcun.services.centre;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A visit was entered by mistake. */
public record CentreVisitVoided(CentreId centre, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
