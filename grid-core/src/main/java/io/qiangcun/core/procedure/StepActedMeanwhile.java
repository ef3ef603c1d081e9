package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has done something about the step, or the case, since the form was rendered. */
public class StepActedMeanwhile extends Conflicting {

    StepActedMeanwhile(String step) {
        super("core.procedure.acted-meanwhile", step);
    }
}
