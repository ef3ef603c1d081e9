package io.qiangcun.economy.notice;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A notice was published. */
public record NoticePublished(NoticeId notice, String period, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
