package io.qiangcun.economy.notice;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A notice was taken back. */
public record NoticeWithdrawn(NoticeId notice, String reason, PlaceCode placeCode) implements DomainEvent, PlaceBound {}
