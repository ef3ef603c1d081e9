package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** Somebody's post ends. */
public record PostEnded(PostId post, PlaceCode placeCode, PostEnding ending, LocalDate endedOn)
        implements DomainEvent, PlaceBound {}
