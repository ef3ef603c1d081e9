package io.qiangcun.grid.broadcast;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A speaker was entered. */
public record SpeakerInstalled(SpeakerId speakerId, String name, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
