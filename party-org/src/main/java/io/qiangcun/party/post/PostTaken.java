package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** Somebody takes a post. */
public record PostTaken(PostId post, PlaceCode placeCode, Track track, PostRole role, LocalDate since)
        implements DomainEvent, PlaceBound {}
