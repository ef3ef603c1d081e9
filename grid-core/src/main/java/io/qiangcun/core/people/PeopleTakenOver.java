package io.qiangcun.core.people;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many persons were entered at once from an earlier list. */
public record PeopleTakenOver(PlaceCode placeCode, int people) implements DomainEvent, PlaceBound {}
