package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A message is spoken no further. */
public record MessageStopped(BroadcastId broadcastId, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
