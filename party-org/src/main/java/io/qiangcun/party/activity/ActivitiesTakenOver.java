package io.qiangcun.party.activity;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Many records were entered at once from earlier ones. */
public record ActivitiesTakenOver(PlaceCode placeCode, int activities) implements DomainEvent, PlaceBound {}
