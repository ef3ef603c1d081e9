package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** What was entered about a step was withdrawn; the step is open again. */
public record ActWithdrawn(CaseId caseId, String template, String step, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
