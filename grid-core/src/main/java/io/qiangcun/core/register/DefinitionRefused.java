package io.qiangcun.core.register;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;

/** A definition that cannot be, or that is looser than the text it rests on; says where. */
public class DefinitionRefused extends RuleViolated {

    DefinitionRefused(List<Problem> problems) {
        super(problems);
    }
}
