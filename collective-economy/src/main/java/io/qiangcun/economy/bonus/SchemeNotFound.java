package io.qiangcun.economy.bonus;

import io.qiangcun.core.error.NotFound;

/** The county has no such scheme, or it is not for these eyes yet. */
public class SchemeNotFound extends NotFound {

    public SchemeNotFound(Object what) {
        super("scheme", what);
    }
}
