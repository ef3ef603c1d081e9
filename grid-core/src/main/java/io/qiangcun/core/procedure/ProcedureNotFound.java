package io.qiangcun.core.procedure;

import io.qiangcun.core.error.NotFound;

/** There is no such procedure for this place. */
public class ProcedureNotFound extends NotFound {

    ProcedureNotFound(Object code) {
        super("procedure", code);
    }
}
