package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.util.UUID;

/** The place above has agreed to what was entered long after it happened. */
public record LateActConfirmed(CaseId caseId, String template, String step, UUID act, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
