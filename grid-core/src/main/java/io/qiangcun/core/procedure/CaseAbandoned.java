package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A case was abandoned. */
public record CaseAbandoned(CaseId caseId, String template, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
