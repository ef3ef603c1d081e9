package io.qiangcun.party.training;

import io.qiangcun.core.error.NotFound;

/** There is no such class in the jurisdiction. */
public class ClassNotFound extends NotFound {

    ClassNotFound(Object id) {
        super("training class", id);
    }
}
