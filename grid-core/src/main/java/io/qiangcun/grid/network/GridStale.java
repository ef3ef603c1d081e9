package io.qiangcun.grid.network;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the grid, or who works in it, since the form was opened. */
public class GridStale extends Conflicting {

    GridStale() {
        super("grid.network.stale");
    }
}
