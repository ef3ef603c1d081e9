package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** An objection was answered. */
public record ObjectionAnswered(CaseId caseId, String template, String step, UUID objection, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
