package io.qiangcun.services.callback;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Something was done about a call. */
public record CallbackActed(CallbackId callback, CallbackAct act, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
