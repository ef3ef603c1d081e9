package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody joined a cooperative. */
public record MemberJoined(CoopMemberId member, String name, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
