package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A case ended: with its last step, or by an outcome before it. */
public record CaseEnded(
        CaseId caseId, String template, CaseState state, String result, LocalDate on, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
