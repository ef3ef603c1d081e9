package io.qiangcun.party.standard;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Those above have looked at a check. */
public record CheckReviewed(CheckId check, PlaceCode placeCode, int disagreements) implements DomainEvent, PlaceBound {}
