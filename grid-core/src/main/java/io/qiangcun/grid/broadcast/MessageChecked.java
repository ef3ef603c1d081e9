package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody else let it be spoken at so many speakers, or refused it. */
public record MessageChecked(BroadcastId broadcastId, String status, int speakers, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
