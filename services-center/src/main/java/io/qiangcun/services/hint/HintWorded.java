package io.qiangcun.services.hint;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county wrote down words that hint at something, or took them back. */
public record HintWorded(HintKind kind, String words, String withdrawnReason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
