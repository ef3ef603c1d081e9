package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A probationary member becomes a full one. */
public record MemberConfirmed(MemberId member, PlaceCode placeCode, LocalDate fullOn)
        implements DomainEvent, PlaceBound {}
