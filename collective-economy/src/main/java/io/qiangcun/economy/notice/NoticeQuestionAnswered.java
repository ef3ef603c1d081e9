package io.qiangcun.economy.notice;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A question about a notice was answered for everybody to read. */
public record NoticeQuestionAnswered(NoticeId notice, String answer, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
