package io.qiangcun.economy.income;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A formula cannot count like that. */
public class IncomeFormulaRefused extends RuleViolated {

    IncomeFormulaRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.income.refused." + key, arguments);
    }
}
