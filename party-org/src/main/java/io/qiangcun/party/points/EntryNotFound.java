package io.qiangcun.party.points;

import io.qiangcun.core.error.NotFound;

/** There is no such entry, or not here. */
public class EntryNotFound extends NotFound {

    public EntryNotFound(EntryId id) {
        super("entry of points", id);
    }
}
