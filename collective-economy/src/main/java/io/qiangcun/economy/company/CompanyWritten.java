package io.qiangcun.economy.company;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What villages own together was written down or changed. */
public record CompanyWritten(CompanyId company, String name, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
