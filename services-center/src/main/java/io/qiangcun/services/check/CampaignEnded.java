package io.qiangcun.services.check;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Nobody is asked any more. */
public record CampaignEnded(CampaignId campaign, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
