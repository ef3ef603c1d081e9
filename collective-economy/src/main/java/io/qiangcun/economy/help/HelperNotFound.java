package io.qiangcun.economy.help;

import io.qiangcun.core.error.NotFound;

/** There is no such helper in the jurisdiction. */
public class HelperNotFound extends NotFound {

    public HelperNotFound(Object id) {
        super("helper", id);
    }
}
