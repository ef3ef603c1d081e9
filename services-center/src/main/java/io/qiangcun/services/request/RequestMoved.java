package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Something was done about a request. */
public record RequestMoved(RequestId request, RequestAct act, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
