package io.qiangcun.grid.gridevent;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has moved the event on meanwhile. */
public class GridEventStale extends Conflicting {

    GridEventStale() {
        super("grid.event.stale");
    }
}
