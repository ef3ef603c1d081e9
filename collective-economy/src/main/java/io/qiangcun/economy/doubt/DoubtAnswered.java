package io.qiangcun.economy.doubt;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody looked into a doubt and said what came of it. */
public record DoubtAnswered(DoubtId doubt, DoubtKind kind, Outcome outcome, String words, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
