package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * A case was started.
 *
 * @param follows the case that it does once more, or null
 */
public record CaseStarted(
        CaseId caseId,
        String template,
        String subjectName,
        @Nullable CaseId follows,
        PlaceCode placeCode) implements DomainEvent, PlaceBound {}
