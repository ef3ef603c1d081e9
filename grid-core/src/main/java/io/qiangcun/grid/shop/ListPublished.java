package io.qiangcun.grid.shop;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;
import java.util.UUID;

/** The facts and redemptions of a month were posted. */
public record ListPublished(UUID listId, YearMonth month, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
