package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A village came to hold a part. */
public record HolderJoined(CompanyId company, PlaceCode village, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
