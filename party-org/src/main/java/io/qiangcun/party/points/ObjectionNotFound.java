package io.qiangcun.party.points;

import io.qiangcun.core.error.NotFound;

/** There is no such objection, or not here. */
public class ObjectionNotFound extends NotFound {

    public ObjectionNotFound(ObjectionId id) {
        super("objection of points", id);
    }
}
