package io.qiangcun.services.callback;

import io.qiangcun.core.error.NotFound;

/** There is no such thing in the jurisdiction: what was drawn of a month. */
public class DrawNotFound extends NotFound {

    public DrawNotFound(DrawId id) {
        super("draw", id);
    }
}
