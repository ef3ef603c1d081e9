package io.qiangcun.grid.incident;

import io.qiangcun.core.error.NotFound;

/** There is no such bulletin, or not here. */
public class BulletinNotFound extends NotFound {

    public BulletinNotFound(BulletinId id) {
        super("bulletin", id);
    }
}
