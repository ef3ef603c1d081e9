package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What a member takes part in changes: away from home, not counted, without vote. */
public record MemberChanged(MemberId member, PlaceCode placeCode, MemberChange change)
        implements DomainEvent, PlaceBound {}
