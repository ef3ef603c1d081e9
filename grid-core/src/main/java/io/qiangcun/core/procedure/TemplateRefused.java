package io.qiangcun.core.procedure;

import io.qiangcun.core.error.RuleViolated;
import java.util.List;

/** A county's copy that is looser than the text it rests on; says where, and by which text. */
public class TemplateRefused extends RuleViolated {

    private final transient List<Problem> problems;

    TemplateRefused(List<Problem> problems) {
        super(
                problems.get(0).field(),
                problems.get(0).messageKey(),
                problems.get(0).arguments().toArray());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
