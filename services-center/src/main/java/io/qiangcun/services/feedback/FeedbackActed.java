package io.qiangcun.services.feedback;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Something was done about what somebody said. */
public record FeedbackActed(FeedbackId feedback, FeedbackAct act, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
