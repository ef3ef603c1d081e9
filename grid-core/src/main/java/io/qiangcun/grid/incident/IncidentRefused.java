package io.qiangcun.grid.incident;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule about incidents says no to, and at which field to say so. */
public class IncidentRefused extends RuleViolated {

    IncidentRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "grid.incident.refused." + what, arguments);
    }

    IncidentRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem problem(@Nullable String field, String what, Object... arguments) {
        return Problem.of(field, "grid.incident.refused." + what, arguments);
    }
}
