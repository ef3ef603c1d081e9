package io.qiangcun.party.standard;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has taken the check further meanwhile. */
public class CheckStale extends Conflicting {

    CheckStale() {
        super("party.standard.stale");
    }
}
