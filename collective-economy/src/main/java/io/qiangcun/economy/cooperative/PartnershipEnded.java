package io.qiangcun.economy.cooperative;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was agreed with an enterprise came to its end. */
public record PartnershipEnded(CooperativeId cooperative, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
