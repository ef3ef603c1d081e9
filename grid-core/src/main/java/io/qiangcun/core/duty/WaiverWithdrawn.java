package io.qiangcun.core.duty;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was waived is owed again. */
public record WaiverWithdrawn(WaiverId waiver, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
