package io.qiangcun.party.organisation;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many terms were entered at once from an earlier list. */
public record TermsTakenOver(PlaceCode placeCode, int terms) implements DomainEvent, PlaceBound {}
