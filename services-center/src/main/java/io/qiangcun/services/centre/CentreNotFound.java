package io.qiangcun.services.centre;

import io.qiangcun.core.error.NotFound;

/** There is no such centre, or nothing of the kind about it, in the jurisdiction. */
public class CentreNotFound extends NotFound {

    public CentreNotFound(Object id) {
        super("centre", id);
    }
}
