package io.qiangcun.economy.company;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the company since the page was rendered. */
public class CompanyStale extends Conflicting {

    CompanyStale(String name) {
        super("economy.company.stale", name);
    }
}
