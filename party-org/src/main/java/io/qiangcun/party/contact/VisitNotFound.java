package io.qiangcun.party.contact;

import io.qiangcun.core.error.NotFound;

/** There is no such visit in the jurisdiction. */
public class VisitNotFound extends NotFound {

    VisitNotFound(Object id) {
        super("visit", id);
    }
}
