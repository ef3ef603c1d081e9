package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What follows elsewhere from a step of a case, in the same transaction, so that nobody has to write it twice. A bean;
 * templates name it by its code. What it refuses, the step is refused for; a step that had one is not taken back.
 */
public interface StepConsequence {

    /** Stable, dotted, starting with the module code. */
    String code();

    void follow(Taken taken);

    /**
     * A step taken; once its time in public is over, where it has one.
     *
     * @param unit the organisation for which the case was started
     * @param before the latest act on each step
     */
    record Taken(
            CaseId caseId,
            PlaceCode place,
            String template,
            String step,
            String outcome,
            @Nullable UUID subject,
            String subjectName,
            @Nullable UUID unit,
            LocalDate on,
            Map<String, String> evidence,
            Map<String, StepAct> before,
            TimeLine timeLine,
            Actor actor) {}
}
