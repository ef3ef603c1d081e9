package io.qiangcun.core.register;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the row since the form was rendered. */
public class RowStale extends Conflicting {

    RowStale(String title) {
        super("core.register.stale", title);
    }
}
