package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A post that was stopped goes on. */
public record PostRestored(PostId post, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
