package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** Another account acts for the organisation already: it has one, which is handed over. */
public class UnitTaken extends RuleViolated {

    UnitTaken() {
        super("unit", "core.account.unit-taken");
    }
}
