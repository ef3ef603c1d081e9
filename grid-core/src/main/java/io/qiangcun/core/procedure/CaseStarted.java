package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A case was started. */
public record CaseStarted(CaseId caseId, String template, String subjectName, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
