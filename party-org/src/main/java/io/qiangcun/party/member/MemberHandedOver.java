package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A member is handed over to another place, whose branch has yet to take him in. */
public record MemberHandedOver(MemberId member, PlaceCode placeCode, PlaceCode to) implements DomainEvent, PlaceBound {}
