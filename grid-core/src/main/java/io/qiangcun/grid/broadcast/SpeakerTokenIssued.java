package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A speaker got a new token; the one before is good no longer. */
public record SpeakerTokenIssued(SpeakerId speakerId, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
