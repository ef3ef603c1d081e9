package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** Somebody objected to what is shown in public. */
public record ObjectionRaised(CaseId caseId, String template, String step, UUID objection, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
