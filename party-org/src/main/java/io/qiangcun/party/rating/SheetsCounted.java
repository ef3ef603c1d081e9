package io.qiangcun.party.rating;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Sheets about a member were counted. */
public record SheetsCounted(RoundId round, PlaceCode placeCode, Phase phase, int sheets)
        implements DomainEvent, PlaceBound {}
