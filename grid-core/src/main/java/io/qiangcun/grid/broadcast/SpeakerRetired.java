package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A speaker is used no longer. */
public record SpeakerRetired(SpeakerId speakerId, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
