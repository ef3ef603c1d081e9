package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A review of a petition was asked for, or its opinion given. */
public record PetitionReviewMoved(RequestId request, int round, boolean decided, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
