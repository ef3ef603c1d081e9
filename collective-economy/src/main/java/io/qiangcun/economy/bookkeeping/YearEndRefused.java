package io.qiangcun.economy.bookkeeping;

import io.qiangcun.core.error.RuleViolated;

/** A year cannot be closed yet, or is closed already. */
public class YearEndRefused extends RuleViolated {

    YearEndRefused(String key) {
        super(null, "economy.bookkeeping.refused." + key);
    }
}
