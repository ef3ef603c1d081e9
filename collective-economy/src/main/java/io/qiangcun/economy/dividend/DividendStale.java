package io.qiangcun.economy.dividend;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed or paid the distribution since the page was rendered. */
public class DividendStale extends Conflicting {

    DividendStale(int year) {
        super("economy.dividend.stale", year);
    }
}
