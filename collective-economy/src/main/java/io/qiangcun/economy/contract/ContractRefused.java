package io.qiangcun.economy.contract;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract cannot be agreed or booked so. */
public class ContractRefused extends RuleViolated {

    ContractRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.contract.refused." + key, arguments);
    }

    ContractRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.contract.refused." + key, arguments);
    }
}
