package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A plaque was put up or taken down. */
public record PlaqueChanged(AwardId award, PlaceCode placeCode, boolean up) implements DomainEvent, PlaceBound {}
