package io.qiangcun.core.number;

import io.qiangcun.core.error.NotFound;

/** No rule has a number of this code. */
public class RuleNumberNotFound extends NotFound {

    RuleNumberNotFound(String code) {
        super("number", code);
    }
}
