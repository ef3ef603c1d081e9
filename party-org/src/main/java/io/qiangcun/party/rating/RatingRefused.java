package io.qiangcun.party.rating;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against what was entered about a rating, and at which field to say so. */
public class RatingRefused extends RuleViolated {

    RatingRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "party.rating.refused." + what, arguments);
    }

    RatingRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(String field, String what, Object... arguments) {
        return Problem.of(field, "party.rating.refused." + what, arguments);
    }
}
