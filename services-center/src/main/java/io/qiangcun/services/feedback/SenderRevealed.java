package io.qiangcun.services.feedback;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** The telephone number of somebody who had said something was looked at. */
public record SenderRevealed(FeedbackId feedback, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
