package io.qiangcun.economy.cooperative;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the cooperative since the page was rendered. */
public class CooperativeStale extends Conflicting {

    CooperativeStale(String name) {
        super("economy.cooperative.stale", name);
    }
}
