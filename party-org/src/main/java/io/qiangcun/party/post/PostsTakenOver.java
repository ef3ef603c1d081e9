package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many posts were entered at once from an earlier list. */
public record PostsTakenOver(PlaceCode placeCode, int posts) implements DomainEvent, PlaceBound {}
