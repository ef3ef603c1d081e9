package io.qiangcun.party.organisation;

import io.qiangcun.core.error.NotFound;

/** No rule has a number of this code. */
public class NumberNotFound extends NotFound {

    NumberNotFound(String code) {
        super("number", code);
    }
}
