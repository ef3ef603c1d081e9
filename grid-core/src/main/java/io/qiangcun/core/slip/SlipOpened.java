package io.qiangcun.core.slip;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody has shown a slip's code and seen what it opens. */
public record SlipOpened(SlipId slip, PlaceCode placeCode, String kind) implements DomainEvent, PlaceBound {}
