package io.qiangcun.party.points;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody else has decided about an entry. */
public record PointsDecided(EntryId entry, PlaceCode placeCode, EntryStatus status)
        implements DomainEvent, PlaceBound {}
