package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;

/** A county published its own copy of a procedure. */
public record TemplatePublished(TemplateId templateId, String code, int edition, String reason, PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
