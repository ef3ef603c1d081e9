package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The points of a quarter are shown to everybody. */
public record PointsPublished(PublicationId publication, PlaceCode placeCode, int year, int quarter)
        implements DomainEvent, PlaceBound {}
