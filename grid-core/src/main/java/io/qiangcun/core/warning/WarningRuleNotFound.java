package io.qiangcun.core.warning;

import io.qiangcun.core.error.NotFound;

/** No rule has this code, or no table of steps this id. */
public class WarningRuleNotFound extends NotFound {

    WarningRuleNotFound(Object id) {
        super("warning rule", id);
    }
}
