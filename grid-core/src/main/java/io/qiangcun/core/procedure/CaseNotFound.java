package io.qiangcun.core.procedure;

import io.qiangcun.core.error.NotFound;

/** There is no such case, or no such step or act of it, or it lies outside the jurisdiction. */
public class CaseNotFound extends NotFound {

    CaseNotFound(Object id) {
        super("case", id);
    }
}
