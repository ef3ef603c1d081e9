package io.qiangcun.party.standard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against a check or an edition, and at which field to say so. */
public class StandardRefused extends RuleViolated {

    StandardRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "party.standard.refused." + what, arguments);
    }

    StandardRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(String field, String what, Object... arguments) {
        return Problem.of(field, "party.standard.refused." + what, arguments);
    }
}
