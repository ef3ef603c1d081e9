package io.qiangcun.services.request;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What had long been over was archived. */
public record RequestsArchived(int count, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
