package io.qiangcun.economy.notice;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** Somebody asked about a notice. */
public record NoticeQuestioned(NoticeId notice, Question.Kind kind, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
