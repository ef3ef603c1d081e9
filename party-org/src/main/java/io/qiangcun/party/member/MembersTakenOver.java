package io.qiangcun.party.member;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many members were entered at once from an earlier list. */
public record MembersTakenOver(PlaceCode placeCode, int members) implements DomainEvent, PlaceBound {}
