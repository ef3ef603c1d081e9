package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule about a step that needs code. A bean; templates name it by its code. */
public interface StepGuard {

    /** Stable, dotted, starting with the module code. */
    String code();

    /** What speaks against taking the step; nothing, most of the time. */
    List<Problem> problems(Attempt attempt);

    /**
     * A step about to be taken.
     *
     * @param evidence what is entered now
     * @param before what was entered about the steps before, the latest of each
     */
    record Attempt(
            CaseId caseId,
            PlaceCode place,
            String template,
            String step,
            @Nullable UUID subject,
            String subjectName,
            LocalDate startedOn,
            LocalDate on,
            String outcome,
            Map<String, String> evidence,
            Map<String, StepAct> before) {}
}
