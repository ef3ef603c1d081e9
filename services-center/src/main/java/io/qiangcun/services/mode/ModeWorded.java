package io.qiangcun.services.mode;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county said what its working mode is made of. */
public record ModeWorded(int named, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
