package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A step of a case was waived. */
public record StepWaived(CaseId caseId, String template, String step, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
