package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody wrote a message. */
public record MessageWritten(BroadcastId broadcastId, boolean emergency, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
