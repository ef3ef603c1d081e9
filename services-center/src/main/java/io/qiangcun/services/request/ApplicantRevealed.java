package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody was shown who asked, and under which number he is reached; the trail keeps why, never the number. */
public record ApplicantRevealed(RequestId request, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
