package io.qiangcun.economy.help;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has ended it since the page was rendered. */
public class HelpStale extends Conflicting {

    HelpStale(String name) {
        super("economy.help.stale", name);
    }
}
