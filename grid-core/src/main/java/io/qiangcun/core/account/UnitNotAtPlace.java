package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** The organisation stands elsewhere. */
public class UnitNotAtPlace extends RuleViolated {

    UnitNotAtPlace() {
        super("unit", "core.account.unit-not-at-place");
    }
}
