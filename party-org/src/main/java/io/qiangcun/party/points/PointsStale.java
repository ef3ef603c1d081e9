package io.qiangcun.party.points;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has decided meanwhile. */
public class PointsStale extends Conflicting {

    PointsStale() {
        super("party.points.stale");
    }
}
