package io.qiangcun.core.duty;

import io.qiangcun.core.error.NotFound;

/** No rule has this code, or no overlay this id. */
public class DutyRuleNotFound extends NotFound {

    DutyRuleNotFound(Object id) {
        super("duty rule", id);
    }
}
