package io.qiangcun.services.check;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county asked its centres to check themselves. */
public record CampaignOpened(CampaignId campaign, String title, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
