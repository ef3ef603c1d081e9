package io.qiangcun.core.warning;

import io.qiangcun.core.error.NotFound;

/** There is no such warning, or it lies outside the jurisdiction. */
public class WarningNotFound extends NotFound {

    WarningNotFound(WarningId id) {
        super("warning", id);
    }
}
