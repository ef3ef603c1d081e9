package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A step of a case was taken; it may still have to be shown in public, or to be taken again. */
public record StepTaken(
        CaseId caseId, String template, String step, String outcome, LocalDate on, boolean late, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
