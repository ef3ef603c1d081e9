package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A member handed over, and not taken in, stays where he was. */
public record MemberTakenBack(MemberId member, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
