package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody asked for something. */
public record RequestOpened(RequestId request, RequestChannel channel, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
