package io.qiangcun.economy.bank;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Lines cannot be matched like that. */
public class BankRefused extends RuleViolated {

    BankRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.bank.refused." + key, arguments);
    }
}
