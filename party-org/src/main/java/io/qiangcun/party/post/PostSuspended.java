package io.qiangcun.party.post;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A post of the Party is stopped for a time. */
public record PostSuspended(PostId post, PlaceCode placeCode, LocalDate since, LocalDate until)
        implements DomainEvent, PlaceBound {}
