package io.qiangcun.grid.number;

import io.qiangcun.core.error.NotFound;

/** No rule about grids has a number of this code. */
public class GridNumberNotFound extends NotFound {

    GridNumberNotFound(String code) {
        super("number", code);
    }
}
