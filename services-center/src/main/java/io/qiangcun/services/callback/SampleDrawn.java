package io.qiangcun.services.callback;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Requests of a month were drawn from a seed. */
public record SampleDrawn(DrawId draw, String month, String seed, int closed, int drawn, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
