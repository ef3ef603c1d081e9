package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;

/** A step's time in public ended without an objection left open. */
public record PublicityClosed(CaseId caseId, String template, String step, LocalDate on, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
