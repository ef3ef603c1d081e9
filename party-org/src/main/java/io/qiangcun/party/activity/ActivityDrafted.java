package io.qiangcun.party.activity;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A record of organisational life was begun. */
public record ActivityDrafted(ActivityId activity, PlaceCode placeCode, ActivityKind kind)
        implements DomainEvent, PlaceBound {}
