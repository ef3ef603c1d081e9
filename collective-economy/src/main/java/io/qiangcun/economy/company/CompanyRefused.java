package io.qiangcun.economy.company;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Villages do not own or share so. */
public class CompanyRefused extends RuleViolated {

    CompanyRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.company.refused." + key, arguments);
    }

    CompanyRefused(List<Problem> problems) {
        super(problems);
    }
}
