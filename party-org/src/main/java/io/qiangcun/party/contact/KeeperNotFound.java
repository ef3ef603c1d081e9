package io.qiangcun.party.contact;

import io.qiangcun.core.error.NotFound;

/** Nobody like that keeps or may keep contact in the place. */
public class KeeperNotFound extends NotFound {

    public KeeperNotFound(Object id) {
        super("keeper", id);
    }
}
