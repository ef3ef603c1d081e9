package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A membership ends. */
public record MemberEnded(MemberId member, PlaceCode placeCode, Ending ending, LocalDate endedOn)
        implements DomainEvent, PlaceBound {}
