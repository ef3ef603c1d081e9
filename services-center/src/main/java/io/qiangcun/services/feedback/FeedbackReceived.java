package io.qiangcun.services.feedback;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody said something about the software or the work; the event knows nothing of him. */
public record FeedbackReceived(FeedbackId feedback, String kind, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
