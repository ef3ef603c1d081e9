package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;

/** A county's copy that is looser than the text it rests on; says where, and by which text. */
public class TemplateRefused extends RuleViolated {

    TemplateRefused(List<Problem> problems) {
        super(problems);
    }
}
