package io.qiangcun.core.procedure;

import io.qiangcun.core.domain.DomainEvent;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of a case is done, and those after it open. */
public record StepDone(
        CaseId caseId,
        String template,
        String step,
        ProcedureTemplate.SubjectKind subjectKind,
        @Nullable UUID subject,
        String subjectName,
        LocalDate on,
        PlaceCode placeCode)
        implements DomainEvent, PlaceBound {}
