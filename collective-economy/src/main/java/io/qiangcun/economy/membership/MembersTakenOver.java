package io.qiangcun.economy.membership;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Members of a sheet were entered. */
public record MembersTakenOver(int members, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
